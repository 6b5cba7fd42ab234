/** Who runs the platform, and the two operators that it takes to change that. */
@NullMarked
package dev.agora.accounts.role;

import org.jspecify.annotations.NullMarked;
