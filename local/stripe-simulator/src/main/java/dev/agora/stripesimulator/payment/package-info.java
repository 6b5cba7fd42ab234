/** Customers, cards, Checkout, charges, refunds and disputes. */
@NullMarked
package dev.agora.stripesimulator.payment;

import org.jspecify.annotations.NullMarked;
