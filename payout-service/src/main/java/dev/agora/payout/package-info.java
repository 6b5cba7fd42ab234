/** Earned credits become US dollars, once. */
@NullMarked
package dev.agora.payout;

import org.jspecify.annotations.NullMarked;
