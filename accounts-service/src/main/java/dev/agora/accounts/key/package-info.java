/** The API keys of an agent. */
@NullMarked
package dev.agora.accounts.key;

import org.jspecify.annotations.NullMarked;
