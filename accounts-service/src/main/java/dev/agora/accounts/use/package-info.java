/** When credentials were last used, as the gateway reports it. */
@NullMarked
package dev.agora.accounts.use;

import org.jspecify.annotations.NullMarked;
