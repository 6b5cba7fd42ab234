package dev.agora.marketplace.kafka;

import dev.agora.messaging.saga.CommandType;
import dev.agora.messaging.saga.SagaDefinition;

/**
 * Pays a seller what was taken from a budget since the last time: one posting of the ledger, which
 * has no reason to refuse. Silence is asked again and then left to an operator; the end of the
 * budget pays all of it even then.
 */
final class BudgetCaptureSaga {

  static final String CAPTURE = "capture";

  private static final CommandType<CaptureHold> CAPTURE_HOLD =
      new CommandType<>(
          "ledger.commands.v1", "ledger.capture-hold", 1, CaptureHold.class, CaptureHold::agentId);

  static final SagaDefinition<BudgetCaptureData> DEFINITION =
      SagaDefinition.saga("budget-capture", 1, BudgetCaptureData.class)
          .pivot(CAPTURE)
          .command(CAPTURE_HOLD, BudgetCaptureData::capture)
          .build();

  private BudgetCaptureSaga() {}
}
