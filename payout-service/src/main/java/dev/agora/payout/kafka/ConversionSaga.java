package dev.agora.payout.kafka;

import dev.agora.messaging.saga.ReplyMessage;
import dev.agora.messaging.saga.SagaChange;
import dev.agora.messaging.saga.SagaDefinition;
import dev.agora.messaging.saga.SagaObserver;
import dev.agora.messaging.saga.SagaStatus;
import dev.agora.money.Credits;
import dev.agora.payout.clearance.ClearConversion;
import dev.agora.payout.conversion.Conversion;
import dev.agora.payout.conversion.ConversionId;
import dev.agora.payout.conversion.MoveConversion;
import dev.agora.payout.kafka.ConversionCommands.CaptureConversion;
import dev.agora.payout.kafka.ConversionCommands.EarnedFromPayer;
import dev.agora.payout.kafka.ConversionCommands.PlaceHold;
import dev.agora.payout.kafka.ConversionCommands.ReleaseHold;
import dev.agora.payout.kafka.ConversionCommands.SendTransfer;
import dev.agora.payout.quote.Terms;
import dev.agora.payout.risk.EarnedFrom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * From earned credits to dollars: set the credits aside, wait for whoever has to say yes, send the
 * dollars, then let the credits go. A refusal before or by Stripe gives the credits back; after
 * Stripe has sent, there is only forward.
 */
@Component
class ConversionSaga implements SagaObserver<ConversionSaga.Data> {

  static final String RESERVE = "reserve";
  static final String CLEAR = "clear";
  static final String TRANSFER = "transfer";
  static final String CAPTURE = "capture";

  private static final Duration STRIPE_WAIT = Duration.ofSeconds(30);

  /** A day: as long as Stripe keeps an idempotency key. Afterwards a person decides. */
  private static final int STRIPE_ATTEMPTS = 1_440;

  private static final Duration LEDGER_WAIT = Duration.ofSeconds(10);

  /** A day as well: the dollars are gone, so there is no other way than this. */
  private static final int LEDGER_ATTEMPTS = 1_440;

  /** Owners' silence ends by itself long before; a review that nobody does is parked then. */
  private static final Duration CLEARANCE_WAIT = Duration.ofDays(30);

  static final SagaDefinition<Data> DEFINITION =
      dollars(
          reserving(2).compensatable(CLEAR).awaiting(CLEARANCE_WAIT).onReply(Data::afterClearance));

  /** Without clearance, for those that began so and those that operators have decided before. */
  static final SagaDefinition<Data> CLEARED = dollars(reserving(1));

  private static SagaDefinition.StepBuilder<Data> reserving(int version) {
    return SagaDefinition.saga("conversion", version, Data.class)
        .compensatable(RESERVE)
        .command(ConversionCommands.PLACE_HOLD, PlaceHold::of)
        .undo(ConversionCommands.RELEASE_HOLD, ReleaseHold::of)
        .onReply(Data::afterReserve);
  }

  private static SagaDefinition<Data> dollars(SagaDefinition.Builder<Data> begun) {
    return begun
        .pivot(TRANSFER)
        .command(ConversionCommands.SEND_TRANSFER, SendTransfer::of)
        .within(STRIPE_WAIT)
        .attempts(STRIPE_ATTEMPTS)
        .onReply(Data::afterTransfer)
        .retriable(CAPTURE)
        .command(ConversionCommands.CAPTURE_CONVERSION, CaptureConversion::of)
        .within(LEDGER_WAIT)
        .attempts(LEDGER_ATTEMPTS)
        .onReply(Data::afterCapture)
        .build();
  }

  /** What the saga knows; decimals as the wire has them. */
  record Data(
      String conversionId,
      String holdId,
      String agentId,
      String destination,
      String credits,
      String grossUsd,
      String feeUsd,
      int feeBps,
      String netUsd,
      @Nullable String refusal,
      @Nullable String convertible,
      @Nullable String stripeTransferId,
      @Nullable String transactionId,
      @Nullable List<EarnedFromPayer> earnedFrom) {

    static Data of(Conversion conversion) {
      Terms terms = conversion.terms();
      return new Data(
          conversion.id().value(),
          conversion.holdId(),
          conversion.agentId(),
          conversion.destination(),
          terms.credits().toString(),
          terms.gross().toString(),
          terms.fee().toString(),
          terms.feeBps(),
          terms.net().toString(),
          null,
          null,
          null,
          null,
          null);
    }

    /** From whom the ledger says the agent has what it earned; nobody if it does not tell. */
    List<EarnedFrom> payers() {
      return earnedFrom == null
          ? List.of()
          : earnedFrom.stream()
              .map(payer -> new EarnedFrom(payer.agentId(), Credits.parse(payer.credits())))
              .toList();
    }

    private Data held(@Nullable List<EarnedFromPayer> from) {
      return new Data(
          conversionId,
          holdId,
          agentId,
          destination,
          credits,
          grossUsd,
          feeUsd,
          feeBps,
          netUsd,
          refusal,
          convertible,
          stripeTransferId,
          transactionId,
          from);
    }

    private Data refused(ReplyMessage reply, @Nullable String convertibleThen) {
      String code = reply.refusalCode().orElse("refused");
      return new Data(
          conversionId,
          holdId,
          agentId,
          destination,
          credits,
          grossUsd,
          feeUsd,
          feeBps,
          netUsd,
          code,
          convertibleThen,
          stripeTransferId,
          transactionId,
          earnedFrom);
    }

    private Data done(@Nullable String transfer, @Nullable String transaction) {
      return new Data(
          conversionId,
          holdId,
          agentId,
          destination,
          credits,
          grossUsd,
          feeUsd,
          feeBps,
          netUsd,
          refusal,
          convertible,
          transfer,
          transaction,
          earnedFrom);
    }

    static Data afterReserve(Data data, ReplyMessage reply) {
      return reply.isSuccess()
          ? data.held(reply.payload(ConversionCommands.HoldPlaced.class).earnedFrom())
          : data.refused(reply, reply.payload(ConversionCommands.HoldRefused.class).convertible());
    }

    static Data afterClearance(Data data, ReplyMessage reply) {
      return reply.isSuccess() ? data : data.refused(reply, null);
    }

    static Data afterTransfer(Data data, ReplyMessage reply) {
      return reply.isSuccess()
          ? data.done(reply.payload(ConversionCommands.TransferSent.class).stripeTransferId(), null)
          : data.refused(reply, null);
    }

    static Data afterCapture(Data data, ReplyMessage reply) {
      return reply.isSuccess()
          ? data.done(
              data.stripeTransferId(),
              reply.payload(ConversionCommands.Captured.class).transactionId())
          : data;
    }
  }

  private final MoveConversion moveConversion;
  private final ClearConversion clearConversion;

  ConversionSaga(MoveConversion moveConversion, ClearConversion clearConversion) {
    this.moveConversion = moveConversion;
    this.clearConversion = clearConversion;
  }

  @Override
  public SagaDefinition<Data> definition() {
    return DEFINITION;
  }

  @Override
  public List<SagaDefinition<Data>> olderDefinitions() {
    return List.of(CLEARED);
  }

  @Override
  public void changed(SagaChange<Data> change) {
    ConversionId id = new ConversionId(change.businessKey());
    Data data = change.data();
    if (change.status() == SagaStatus.COMPLETED) {
      moveConversion.completed(id, Objects.requireNonNull(data.transactionId()));
    } else if (change.status() == SagaStatus.COMPENSATED) {
      String code = data.refusal() == null ? change.reason().orElse("refused") : data.refusal();
      moveConversion.rejected(id, code, data.convertible());
    } else if (change.status() == SagaStatus.RUNNING && change.step().equals(CLEAR)) {
      clearConversion.reserved(id, data.payers());
    } else if (change.status() == SagaStatus.RUNNING && change.step().equals(TRANSFER)) {
      moveConversion.reserved(id);
    }
  }
}
