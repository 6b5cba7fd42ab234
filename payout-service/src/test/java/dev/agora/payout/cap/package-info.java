/** Tests of monthly caps. */
@NullMarked
package dev.agora.payout.cap;

import org.jspecify.annotations.NullMarked;
