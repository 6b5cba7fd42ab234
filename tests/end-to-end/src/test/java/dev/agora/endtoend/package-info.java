/**
 * The whole running system, seen from outside: what people and agents do, and what they may not.
 */
@NullMarked
package dev.agora.endtoend;

import org.jspecify.annotations.NullMarked;
