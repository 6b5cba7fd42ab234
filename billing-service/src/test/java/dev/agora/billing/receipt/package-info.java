/** Tests of receipts. */
@NullMarked
package dev.agora.billing.receipt;

import org.jspecify.annotations.NullMarked;
