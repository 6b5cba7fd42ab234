/** Receipts for what was paid, for programs and for printers. */
@NullMarked
package dev.agora.billing.receipt;

import org.jspecify.annotations.NullMarked;
