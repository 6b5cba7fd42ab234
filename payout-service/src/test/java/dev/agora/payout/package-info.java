/** Tests of the payout service as a whole. */
@NullMarked
package dev.agora.payout;

import org.jspecify.annotations.NullMarked;
