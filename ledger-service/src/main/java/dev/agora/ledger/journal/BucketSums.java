package dev.agora.ledger.journal;

import dev.agora.ledger.account.Bucket;
import dev.agora.ledger.posting.Lot;
import dev.agora.ledger.posting.Lots;
import dev.agora.ledger.posting.Piece;
import dev.agora.money.Credits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The balances of a holder's buckets, as its row has them. */
record BucketSums(Credits promotional, Credits purchased, Credits earned) {

  static BucketSums of(Lots lots) {
    return new BucketSums(
        lots.in(Bucket.PROMOTIONAL), lots.in(Bucket.PURCHASED), lots.in(Bucket.EARNED));
  }

  /**
   * The lots behind the sums. Earned credits without a lot, or of one that has seasoned by then,
   * are the seasoned ones.
   *
   * @throws IllegalStateException if the lots contradict the sums: somebody changed a row
   */
  Lots split(Collection<Piece> stored, Instant now) {
    List<Piece> pieces = new ArrayList<>();
    Credits seasoned = earned;
    for (Piece piece : stored) {
      if (piece.lot().isConvertibleAt(now)) {
        continue;
      }
      pieces.add(piece);
      if (piece.lot().bucket() == Bucket.EARNED) {
        seasoned = seasoned.minus(piece.amount());
      }
    }
    if (seasoned.isNegative()) {
      throw new IllegalStateException("more unseasoned lots than earned credits");
    }
    if (seasoned.isPositive()) {
      pieces.add(new Piece(Lot.SEASONED, seasoned));
    }
    Lots lots = Lots.of(pieces);
    if (!of(lots).equals(this)) {
      throw new IllegalStateException("lots of " + of(lots) + " in balances of " + this);
    }
    return lots;
  }
}
