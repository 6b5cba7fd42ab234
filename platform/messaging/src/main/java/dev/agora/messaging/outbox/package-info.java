/** Messages leave in the transaction of the effect they tell of. */
@NullMarked
package dev.agora.messaging.outbox;

import org.jspecify.annotations.NullMarked;
