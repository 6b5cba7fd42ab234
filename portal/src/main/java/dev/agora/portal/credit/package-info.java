/** Buying credits by card, following a purchase, receipts and refunds. */
@NullMarked
package dev.agora.portal.credit;

import org.jspecify.annotations.NullMarked;
