/** What crosses the border: the order's saga with the ledger, events in and events out. */
@NullMarked
package dev.agora.marketplace.kafka;

import org.jspecify.annotations.NullMarked;
