/** What billing says and hears through Kafka, in its own wire records. */
@NullMarked
package dev.agora.billing.kafka;

import org.jspecify.annotations.NullMarked;
