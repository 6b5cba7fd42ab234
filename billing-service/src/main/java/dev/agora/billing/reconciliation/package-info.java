/** The ledger's dollars at Stripe against Stripe's own statement, to the cent. */
@NullMarked
package dev.agora.billing.reconciliation;

import org.jspecify.annotations.NullMarked;
