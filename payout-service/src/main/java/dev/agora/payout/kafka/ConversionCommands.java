package dev.agora.payout.kafka;

import static java.util.Objects.requireNonNull;

import dev.agora.messaging.saga.CommandType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the saga of a conversion sends and hears, as contracts/ledger and contracts/payout say. */
final class ConversionCommands {

  private static final String LEDGER = "ledger.commands.v1";

  static final CommandType<PlaceHold> PLACE_HOLD =
      new CommandType<>(LEDGER, "ledger.place-hold", 1, PlaceHold.class, PlaceHold::agentId);

  static final CommandType<ReleaseHold> RELEASE_HOLD =
      new CommandType<>(LEDGER, "ledger.release-hold", 1, ReleaseHold.class, ReleaseHold::agentId);

  static final CommandType<SendTransfer> SEND_TRANSFER =
      new CommandType<>(
          "payout.commands.v1",
          "payout.send-transfer",
          1,
          SendTransfer.class,
          SendTransfer::conversionId);

  static final CommandType<CaptureConversion> CAPTURE_CONVERSION =
      new CommandType<>(
          LEDGER,
          "ledger.capture-conversion",
          1,
          CaptureConversion.class,
          CaptureConversion::agentId);

  private ConversionCommands() {}

  record PlaceHold(
      String holdId,
      String purpose,
      String agentId,
      @Nullable String payeeId,
      String amount,
      String reference) {

    static PlaceHold of(ConversionSaga.Data data) {
      return new PlaceHold(
          data.holdId(), "CONVERSION", data.agentId(), null, data.credits(), data.conversionId());
    }
  }

  /**
   * The ledger's success.
   *
   * @param earnedFrom null from a ledger that does not tell
   */
  record HoldPlaced(@Nullable List<EarnedFromPayer> earnedFrom) {}

  record EarnedFromPayer(String agentId, String credits) {}

  /** The ledger's refusal of a hold. */
  record HoldRefused(@Nullable String convertible) {}

  record ReleaseHold(String holdId, String agentId, String reason) {

    static ReleaseHold of(ConversionSaga.Data data) {
      String reason = data.refusal() == null ? "the conversion was not sent" : data.refusal();
      return new ReleaseHold(data.holdId(), data.agentId(), reason);
    }
  }

  /** Payout's command to itself. */
  record SendTransfer(String conversionId, String destination, String netUsd) {

    static SendTransfer of(ConversionSaga.Data data) {
      return new SendTransfer(data.conversionId(), data.destination(), data.netUsd());
    }
  }

  /** Its success. */
  record TransferSent(String stripeTransferId) {}

  /** Its refusal. */
  record TransferRefused(String stripeCode, String message) {}

  record CaptureConversion(
      String conversionId,
      String holdId,
      String agentId,
      String grossUsd,
      String feeUsd,
      int feeBps,
      String netUsd,
      String stripeTransferId) {

    static CaptureConversion of(ConversionSaga.Data data) {
      return new CaptureConversion(
          data.conversionId(),
          data.holdId(),
          data.agentId(),
          data.grossUsd(),
          data.feeUsd(),
          data.feeBps(),
          data.netUsd(),
          requireNonNull(data.stripeTransferId()));
    }
  }

  /** The ledger's success. */
  record Captured(String transactionId) {}
}
