/**
 * The whole economy on one machine, each part a process of its own, behind the command {@code
 * ./agora}.
 */
@NullMarked
package dev.agora.local.launcher;

import org.jspecify.annotations.NullMarked;
