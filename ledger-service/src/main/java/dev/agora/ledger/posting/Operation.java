package dev.agora.ledger.posting;

import dev.agora.ledger.account.AgentId;
import dev.agora.money.Credits;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A wish of those who run the platform. */
public sealed interface Operation extends Posting {

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
    return sum();
  }

  /** How much, above zero. */
  Credits sum();

  /** A reward out of the rewards account. */
  record Reward(
      PostingId id, AgentId payee, Credits sum, String quality, String reason, String reference)
      implements Operation {

    @Override
    public TransactionKind kind() {
      return TransactionKind.REWARD;
    }

    @Override
    public Note note() {
      return new Note(reference, reason, Map.of("quality", quality));
    }
  }

  /** Fills the rewards account from collected fees. */
  record FundRewards(PostingId id, Credits sum, String reason) implements Operation {

    @Override
    public TransactionKind kind() {
      return TransactionKind.ADJUSTMENT;
    }

    @Override
    public Note note() {
      return new Note(null, reason, Map.of("act", "rewards-funding"));
    }
  }

  /** Redeems collected fees, which become revenue. */
  record CloseFees(PostingId id, Credits sum, String reason) implements Operation {

    public CloseFees {
      if (!sum.isWholeCents()) {
        throw new IllegalArgumentException("not a multiple of 0.1 credit: " + sum);
      }
    }

    @Override
    public TransactionKind kind() {
      return TransactionKind.ADJUSTMENT;
    }

    @Override
    public Note note() {
      return new Note(null, reason, Map.of("act", "fee-closing"));
    }
  }

  /** Gives an agent promotional credits out of collected fees. */
  record Grant(PostingId id, AgentId payee, Credits sum, String reason) implements Operation {

    @Override
    public TransactionKind kind() {
      return TransactionKind.ADJUSTMENT;
    }

    @Override
    public Note note() {
      return new Note(null, reason, Map.of("act", "adjustment"));
    }
  }

  /** Takes credits of an agent, which count as collected fees. */
  record Charge(PostingId id, AgentId payer, Credits sum, String reason) implements Operation {

    @Override
    public TransactionKind kind() {
      return TransactionKind.ADJUSTMENT;
    }

    @Override
    public Note note() {
      return new Note(null, reason, Map.of("act", "adjustment"));
    }
  }

  /** Posts the opposite of an earlier transaction; its id sees to it that this happens once. */
  record Reverse(Original original, String reason) implements Operation {

    @Override
    public PostingId id() {
      return PostingId.ofReversal(original.id());
    }

    @Override
    public @Nullable AgentId payer() {
      return original.payee();
    }

    @Override
    public @Nullable AgentId payee() {
      return original.payer();
    }

    @Override
    public Credits sum() {
      return original.amount();
    }

    @Override
    public TransactionKind kind() {
      return TransactionKind.ADJUSTMENT;
    }

    @Override
    public Note note() {
      String reversed = original.id().value();
      return new Note(
          reversed, reason, Map.of("act", "reversal", "reversedKind", original.kind().name()));
    }
  }
}
