/** What payout says and hears through Kafka, in its own wire records. */
@NullMarked
package dev.agora.payout.kafka;

import org.jspecify.annotations.NullMarked;
