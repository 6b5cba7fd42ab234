/** Giving back after the settlement: the seller pays, and the platform returns its part. */
@NullMarked
package dev.agora.marketplace.refund;

import org.jspecify.annotations.NullMarked;
