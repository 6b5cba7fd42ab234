/** Tests of reconciliation. */
@NullMarked
package dev.agora.billing.reconciliation;

import org.jspecify.annotations.NullMarked;
