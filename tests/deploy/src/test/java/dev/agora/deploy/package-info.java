/** What deploy/ says is valid, and agrees with the code. */
@NullMarked
package dev.agora.deploy;

import org.jspecify.annotations.NullMarked;
