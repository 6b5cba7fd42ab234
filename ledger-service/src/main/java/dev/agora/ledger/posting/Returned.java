package dev.agora.ledger.posting;

import dev.agora.ledger.account.AgentId;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A wish to book dollars of a conversion that came back from the owner's Stripe account: first that
 * they are here and owed, later what became of the debt (docs/adr/0084).
 */
public sealed interface Returned extends Posting {

  /** Under which a transaction's details name the act; none of them is reversed by hand. */
  String ACT = "returned-transfer";

  @Override
  default TransactionKind kind() {
    return TransactionKind.ADJUSTMENT;
  }

  @Override
  default @Nullable AgentId payer() {
    return null;
  }

  @Override
  default @Nullable AgentId payee() {
    return null;
  }

  @Override
  default Credits amount() {
    return Credits.ZERO;
  }

  /**
   * The dollars are at Stripe again, and owed.
   *
   * @param reference Stripe's name of the reversal, as its statement has it
   */
  record Book(PostingId id, Usd sum, String conversion, String reference) implements Returned {

    public Book {
      requirePositive(sum);
    }

    @Override
    public Note note() {
      return new Note(reference, null, Map.of("act", ACT, "conversion", conversion));
    }
  }

  /**
   * The debt becomes credits again, the opposite of a conversion.
   *
   * @param gross worth the credits
   * @param fee of the gross, which the platform gives up
   * @param net what had come back: gross less fee
   */
  record Restore(
      PostingId id, AgentId agent, Usd gross, Usd fee, Usd net, String conversion, String reference)
      implements Returned {

    public Restore {
      requirePositive(net);
      if (fee.isNegative() || !net.plus(fee).equals(gross)) {
        throw new IllegalArgumentException("$%s less $%s is not $%s".formatted(gross, fee, net));
      }
    }

    @Override
    public AgentId payee() {
      return agent;
    }

    @Override
    public Credits amount() {
      return gross.atPar();
    }

    @Override
    public Note note() {
      return new Note(
          reference,
          null,
          Map.of(
              "act",
              ACT,
              "conversion",
              conversion,
              "reversedKind",
              TransactionKind.CONVERSION.name()));
    }
  }

  /** The platform owes it to nobody: it makes up for losses. */
  record Keep(PostingId id, Usd sum, String conversion, String reference) implements Returned {

    public Keep {
      requirePositive(sum);
    }

    @Override
    public Note note() {
      return new Note(reference, null, Map.of("act", ACT, "conversion", conversion));
    }
  }

  private static void requirePositive(Usd sum) {
    if (!sum.isPositive()) {
      throw new IllegalArgumentException("not above zero: $" + sum);
    }
  }
}
