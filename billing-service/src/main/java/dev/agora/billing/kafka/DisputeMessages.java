package dev.agora.billing.kafka;

import static java.util.Objects.requireNonNull;

import dev.agora.billing.dispute.DisputeOutcome;
import dev.agora.messaging.saga.CommandType;
import dev.agora.money.Credits;
import org.jspecify.annotations.Nullable;

/** What the saga of a dispute sends and hears, as contracts/ledger say. */
final class DisputeMessages {

  private static final String LEDGER = "ledger.commands.v1";

  static final CommandType<FreezeDispute> FREEZE_DISPUTE =
      new CommandType<>(
          LEDGER, "ledger.freeze-dispute", 1, FreezeDispute.class, FreezeDispute::agentId);

  static final CommandType<CloseDispute> CLOSE_DISPUTE =
      new CommandType<>(
          LEDGER, "ledger.close-dispute", 1, CloseDispute.class, CloseDispute::agentId);

  private DisputeMessages() {}

  record FreezeDispute(String disputeId, String purchaseId, String agentId) {

    static FreezeDispute of(DisputeSaga.Data data) {
      return new FreezeDispute(data.disputeId(), data.purchaseId(), data.agentId());
    }
  }

  /** What the ledger could freeze. */
  record Frozen(String frozen) {}

  record CloseDispute(
      String disputeId,
      String purchaseId,
      String agentId,
      String outcome,
      String priceUsd,
      String feeUsd,
      String refundedUsd,
      @Nullable String disputedUsd,
      String disputeFeeUsd,
      @Nullable String taxUsd) {

    static CloseDispute of(DisputeSaga.Data data) {
      DisputeSaga.Decided decided = requireNonNull(data.decided());
      return new CloseDispute(
          data.disputeId(),
          data.purchaseId(),
          data.agentId(),
          decided.outcome(),
          data.priceUsd(),
          data.feeUsd(),
          data.refundedUsd(),
          data.disputedUsd(),
          decided.disputeFeeUsd(),
          data.taxUsd());
    }
  }

  /** How the ledger closed it. */
  record Closed(String recovered, String debt, String loss) {

    DisputeOutcome toOutcome() {
      return new DisputeOutcome(Credits.parse(recovered), Credits.parse(debt), Credits.parse(loss));
    }
  }
}
