package dev.agora.ledger.journal;

import dev.agora.ledger.posting.Piece;

/** A row of table {@code lot}. */
record LotRow(long accountId, Piece piece) {}
