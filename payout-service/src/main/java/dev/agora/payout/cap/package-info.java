/** How much may be converted in a calendar month. */
@NullMarked
package dev.agora.payout.cap;

import org.jspecify.annotations.NullMarked;
