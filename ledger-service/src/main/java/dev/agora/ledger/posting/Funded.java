package dev.agora.ledger.posting;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.DisputeId;
import dev.agora.money.Credits;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A wish about what an agent earned out of a purchase that its card holder disputes
 * (docs/adr/0095).
 */
public sealed interface Funded extends Posting {

  /** The dispute of the purchase. */
  DisputeId dispute();

  /** Who earned it. */
  @Override
  AgentId payer();

  /** Under which it is frozen. */
  default DisputeId share() {
    return dispute().shareOf(payer());
  }

  @Override
  default @Nullable AgentId payee() {
    return null;
  }

  @Override
  default @Nullable Credits amount() {
    return null;
  }

  /**
   * Freezes as much of it as still seasons, as long as the dispute is open.
   *
   * @param id one for each look at the payments, so that each is frozen for once
   * @param purchase the number of its transaction
   * @param earned by the lots into which it came
   */
  record Freeze(PostingId id, DisputeId dispute, AgentId payer, long purchase, Lots earned)
      implements Funded {

    @Override
    public TransactionKind kind() {
      return TransactionKind.HOLD;
    }

    @Override
    public Note note() {
      return new Note(
          dispute.value(),
          "Frozen while the bank decides: it was paid for with a purchase that is disputed.",
          Map.of("funded", earned.total().toString()));
    }
  }

  /** Gives back what was frozen, whichever way the dispute ended. */
  record Thaw(PostingId id, DisputeId dispute, AgentId payer) implements Funded {

    @Override
    public TransactionKind kind() {
      return TransactionKind.RELEASE;
    }

    @Override
    public Note note() {
      return new Note(dispute.value(), "The bank has decided: what was frozen is back.", Map.of());
    }
  }
}
