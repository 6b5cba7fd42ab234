/** Tests of conversions. */
@NullMarked
package dev.agora.payout.conversion;

import org.jspecify.annotations.NullMarked;
