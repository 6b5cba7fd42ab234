/** A card payment becomes credits exactly once, or is given back. */
@NullMarked
package dev.agora.billing.purchase;

import org.jspecify.annotations.NullMarked;
