/** The rules that make a conversion wait for a review, and what they are about. */
@NullMarked
package dev.agora.payout.risk;

import org.jspecify.annotations.NullMarked;
