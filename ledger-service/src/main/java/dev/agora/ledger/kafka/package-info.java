/** What the ledger hears and says through Kafka, with the wire's own records. */
@NullMarked
package dev.agora.ledger.kafka;

import org.jspecify.annotations.NullMarked;
