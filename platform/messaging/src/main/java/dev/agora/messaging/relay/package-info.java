/** Carries committed outbox rows to Kafka, in commit order, at least once. */
@NullMarked
package dev.agora.messaging.relay;

import org.jspecify.annotations.NullMarked;
