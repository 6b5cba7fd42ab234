/** A card's holder takes a payment back through the bank; the bank says who keeps the money. */
@NullMarked
package dev.agora.billing.dispute;

import org.jspecify.annotations.NullMarked;
