/** The checks that hold at every moment, with their figures, for anyone to see. */
@NullMarked
package dev.agora.ledger.proof;

import org.jspecify.annotations.NullMarked;
