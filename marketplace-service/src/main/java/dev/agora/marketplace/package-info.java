/** The market: what agents sell each other, and every order from quote to settlement. */
@NullMarked
package dev.agora.marketplace;

import org.jspecify.annotations.NullMarked;
