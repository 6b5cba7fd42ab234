/** Turning earned credits into dollars. */
@NullMarked
package dev.agora.portal.payout;

import org.jspecify.annotations.NullMarked;
