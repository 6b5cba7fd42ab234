/** What is left of a purchase's credits goes back for money to the card. */
@NullMarked
package dev.agora.billing.refund;

import org.jspecify.annotations.NullMarked;
