/** Programs that hold credits, and what their owners call them. */
@NullMarked
package dev.agora.accounts.agent;

import org.jspecify.annotations.NullMarked;
