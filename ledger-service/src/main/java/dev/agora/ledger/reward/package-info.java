/** What the platform gives away, redeems or corrects, and the two operators that it takes. */
@NullMarked
package dev.agora.ledger.reward;

import org.jspecify.annotations.NullMarked;
