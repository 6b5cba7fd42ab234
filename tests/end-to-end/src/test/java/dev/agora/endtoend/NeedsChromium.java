package dev.agora.endtoend;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Reports every test of a class as skipped, with the reason, on a machine without Chromium. */
final class NeedsChromium implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return PortalBrowser.installed()
        .map(program -> ConditionEvaluationResult.enabled("Chromium is " + program))
        .orElseGet(
            () ->
                ConditionEvaluationResult.disabled(
                    "This machine has no Chromium: install chromium."));
  }
}
