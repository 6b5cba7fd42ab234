package dev.agora.economy;

import dev.agora.money.InvalidEconomyException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a refused economy into one sentence instead of a stack trace. */
class InvalidEconomyFailureAnalyzer extends AbstractFailureAnalyzer<InvalidEconomyException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, InvalidEconomyException cause) {
    return new FailureAnalysis(
        String.valueOf(cause.getMessage()),
        "Change the property; its range and the reason are in docs/economy.md.",
        cause);
  }
}
