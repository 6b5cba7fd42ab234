/** Tests of payout accounts. */
@NullMarked
package dev.agora.payout.destination;

import org.jspecify.annotations.NullMarked;
