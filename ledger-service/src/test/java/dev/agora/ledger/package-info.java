/** The running ledger service, tried with real PostgreSQL and Kafka. */
@NullMarked
package dev.agora.ledger;

import org.jspecify.annotations.NullMarked;
