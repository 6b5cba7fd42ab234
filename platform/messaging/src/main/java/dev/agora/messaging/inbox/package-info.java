/** Messages arrive and take effect once, in the transaction of that effect. */
@NullMarked
package dev.agora.messaging.inbox;

import org.jspecify.annotations.NullMarked;
