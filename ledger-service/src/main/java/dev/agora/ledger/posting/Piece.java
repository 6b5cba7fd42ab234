package dev.agora.ledger.posting;

import dev.agora.money.Credits;

/**
 * Credits out of one lot.
 *
 * @param lot where they came from
 * @param amount above zero
 */
public record Piece(Lot lot, Credits amount) {

  public Piece {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("a piece is above zero, not " + amount);
    }
  }
}
