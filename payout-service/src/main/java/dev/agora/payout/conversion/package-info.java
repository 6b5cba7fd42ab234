/** Credits turned into dollars, from the request to the bank. */
@NullMarked
package dev.agora.payout.conversion;

import org.jspecify.annotations.NullMarked;
