package dev.agora.payout.kafka;

import static java.util.Objects.requireNonNull;

import dev.agora.messaging.saga.CommandType;

/** What the saga of dollars that came back sends and hears, as contracts/ledger says. */
final class ReturnCommands {

  private static final String LEDGER = "ledger.commands.v1";

  static final CommandType<BookReturnedTransfer> BOOK =
      new CommandType<>(
          LEDGER,
          "ledger.book-returned-transfer",
          1,
          BookReturnedTransfer.class,
          BookReturnedTransfer::agentId);

  static final CommandType<SettleReturnedTransfer> SETTLE =
      new CommandType<>(
          LEDGER,
          "ledger.settle-returned-transfer",
          1,
          SettleReturnedTransfer.class,
          SettleReturnedTransfer::agentId);

  private ReturnCommands() {}

  record BookReturnedTransfer(
      String returnId, String conversionId, String agentId, String stripeReversalId, String usd) {

    static BookReturnedTransfer of(ReturnSaga.Data data) {
      return new BookReturnedTransfer(
          data.returnId(),
          data.conversionId(),
          data.agentId(),
          data.stripeReversalId(),
          data.usd());
    }
  }

  record SettleReturnedTransfer(
      String returnId,
      String conversionId,
      String agentId,
      String outcome,
      String grossUsd,
      String feeUsd,
      String netUsd) {

    static SettleReturnedTransfer of(ReturnSaga.Data data) {
      Decided decided = requireNonNull(data.decided());
      return new SettleReturnedTransfer(
          data.returnId(),
          data.conversionId(),
          decided.agentId(),
          decided.outcome(),
          decided.grossUsd(),
          decided.feeUsd(),
          data.usd());
    }
  }

  /**
   * What operators decided, for the ledger.
   *
   * @param outcome {@code CREDITS} or {@code KEPT}
   */
  record Decided(String agentId, String outcome, String grossUsd, String feeUsd) {

    private static final String ZERO = "0.00";

    static Decided credits(String agentId, String grossUsd, String feeUsd) {
      return new Decided(agentId, "CREDITS", grossUsd, feeUsd);
    }

    static Decided kept(String agentId) {
      return new Decided(agentId, "KEPT", ZERO, ZERO);
    }
  }
}
