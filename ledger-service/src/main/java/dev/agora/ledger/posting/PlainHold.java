package dev.agora.ledger.posting;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.HoldId;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A wish about a payment to come, which one agent sets aside for another. */
public sealed interface PlainHold extends Posting {

  @Override
  HoldId hold();

  @Override
  AgentId payer();

  /** Sets credits aside for a payee, until they are captured, released or the time is over. */
  record Place(
      PostingId id,
      HoldId hold,
      AgentId payer,
      AgentId payee,
      Credits amount,
      FeeRate feeRate,
      Duration expiresIn,
      Note note)
      implements PlainHold {

    public Place {
      if (!amount.isPositive() || !expiresIn.isPositive()) {
        throw new IllegalArgumentException("not above zero: %s, %s".formatted(amount, expiresIn));
      }
    }

    @Override
    public TransactionKind kind() {
      return TransactionKind.HOLD;
    }
  }

  /**
   * Pays a part of it to its payee, less the transfer fee.
   *
   * @param part null for all that is left
   */
  record Capture(
      PostingId id,
      HoldId hold,
      AgentId payer,
      AgentId payee,
      @Nullable Credits part,
      FeeRate feeRate)
      implements PlainHold {

    public Capture {
      if (part != null && !part.isPositive()) {
        throw new IllegalArgumentException("not above zero: " + part);
      }
    }

    @Override
    public TransactionKind kind() {
      return TransactionKind.CAPTURE;
    }

    @Override
    public @Nullable Credits amount() {
      return part;
    }

    @Override
    public Note note() {
      return Note.NONE;
    }
  }

  /** Gives what is left of it back; its payee asks for that. */
  record Release(PostingId id, HoldId hold, AgentId payer, AgentId payee) implements PlainHold {

    @Override
    public TransactionKind kind() {
      return TransactionKind.RELEASE;
    }

    @Override
    public @Nullable Credits amount() {
      return null;
    }

    @Override
    public Note note() {
      return Note.NONE;
    }
  }

  /** Gives what is left of it back, because its time is over. */
  record Expire(HoldId hold, AgentId payer) implements PlainHold {

    @Override
    public PostingId id() {
      return new PostingId(hold + "/expire");
    }

    @Override
    public TransactionKind kind() {
      return TransactionKind.RELEASE;
    }

    @Override
    public @Nullable AgentId payee() {
      return null;
    }

    @Override
    public @Nullable Credits amount() {
      return null;
    }

    @Override
    public Note note() {
      return new Note(null, "expired", Map.of());
    }
  }
}
