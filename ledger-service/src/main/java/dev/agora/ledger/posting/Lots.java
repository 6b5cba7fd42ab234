package dev.agora.ledger.posting;

import dev.agora.ledger.account.Bucket;
import dev.agora.money.Credits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Credits with the lots they are of, in the order in which they are spent; immutable.
 *
 * @param pieces sorted, one per lot
 */
public record Lots(List<Piece> pieces) {

  public static final Lots NONE = new Lots(List.of());

  public Lots {
    pieces = List.copyOf(pieces);
  }

  /** Those pieces, sorted; each lot may occur once. */
  public static Lots of(Collection<Piece> pieces) {
    return new Lots(pieces.stream().sorted(Comparator.comparing(Piece::lot)).toList());
  }

  public static Lots of(Lot lot, Credits amount) {
    return amount.isZero() ? NONE : new Lots(List.of(new Piece(lot, amount)));
  }

  public boolean isEmpty() {
    return pieces.isEmpty();
  }

  public Credits total() {
    return sum(piece -> true);
  }

  public Credits in(Bucket bucket) {
    return sum(piece -> piece.lot().bucket() == bucket);
  }

  public Credits in(Lot lot) {
    return sum(piece -> piece.lot().equals(lot));
  }

  public Credits convertibleAt(Instant at) {
    return sum(piece -> piece.lot().isConvertibleAt(at));
  }

  /** Only those that convert at that instant. */
  Lots onlyConvertibleAt(Instant at) {
    return new Lots(pieces.stream().filter(piece -> piece.lot().isConvertibleAt(at)).toList());
  }

  /** Only those of that bucket. */
  Lots onlyIn(Bucket bucket) {
    return new Lots(pieces.stream().filter(piece -> piece.lot().bucket() == bucket).toList());
  }

  /** Only those that were bought with the purchase of that number. */
  Lots ofPurchase(long number) {
    return new Lots(
        pieces.stream()
            .filter(piece -> piece.lot().bucket() != Bucket.EARNED)
            .filter(piece -> piece.lot().number() == number)
            .toList());
  }

  /** The part of that size that is spent first, or all if there is not as much. */
  Lots first(Credits amount) {
    List<Piece> taken = new ArrayList<>();
    Credits missing = amount;
    for (Piece piece : pieces) {
      if (!missing.isPositive()) {
        break;
      }
      Credits part = piece.amount().min(missing);
      taken.add(new Piece(piece.lot(), part));
      missing = missing.minus(part);
    }
    return new Lots(taken);
  }

  /** As much of that lot as there is, up to that amount. */
  Lots ofLot(Lot lot, Credits amount) {
    return of(lot, in(lot).min(amount));
  }

  Lots plus(Lots others) {
    Lots sum = this;
    for (Piece piece : others.pieces) {
      sum = sum.plus(piece.lot(), piece.amount());
    }
    return sum;
  }

  Lots minus(Lots others) {
    Lots rest = this;
    for (Piece piece : others.pieces) {
      rest = rest.plus(piece.lot(), piece.amount().negated());
    }
    return rest;
  }

  /**
   * Changes one lot.
   *
   * @throws IllegalStateException if it would fall below zero: a rule that did not check
   */
  Lots plus(Lot lot, Credits change) {
    List<Piece> changed = new ArrayList<>(pieces.size() + 1);
    int index = 0;
    while (index < pieces.size() && pieces.get(index).lot().compareTo(lot) < 0) {
      changed.add(pieces.get(index++));
    }
    Credits before = Credits.ZERO;
    if (index < pieces.size() && pieces.get(index).lot().equals(lot)) {
      before = pieces.get(index++).amount();
    }
    Credits after = before.plus(change);
    if (after.isNegative()) {
      throw new IllegalStateException(lot + " would fall to " + after);
    }
    if (!after.isZero()) {
      changed.add(new Piece(lot, after));
    }
    changed.addAll(pieces.subList(index, pieces.size()));
    return new Lots(changed);
  }

  private Credits sum(Predicate<Piece> which) {
    Credits sum = Credits.ZERO;
    for (Piece piece : pieces) {
      if (which.test(piece)) {
        sum = sum.plus(piece.amount());
      }
    }
    return sum;
  }
}
