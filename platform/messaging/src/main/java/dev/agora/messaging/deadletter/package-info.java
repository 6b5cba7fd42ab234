/** Messages that no retry could handle, kept for operators to inspect and replay. */
@NullMarked
package dev.agora.messaging.deadletter;

import org.jspecify.annotations.NullMarked;
