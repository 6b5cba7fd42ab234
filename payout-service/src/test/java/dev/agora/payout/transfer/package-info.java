/** Tests of sending. */
@NullMarked
package dev.agora.payout.transfer;

import org.jspecify.annotations.NullMarked;
