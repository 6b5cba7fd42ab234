/** Processes killed in the middle of a flow, and what is true afterwards. */
@NullMarked
package dev.agora.crash;

import org.jspecify.annotations.NullMarked;
