/** Payments to come: set aside for a payee, captured part by part, released, expired. */
@NullMarked
package dev.agora.ledger.hold;

import org.jspecify.annotations.NullMarked;
