package dev.agora.endtoend;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands a test the one browser of this module. On a machine without Chromium every test of the
 * class is reported as skipped, with the reason.
 */
final class NeedsChromium implements ExecutionCondition, ParameterResolver {

  private static final ExtensionContext.Namespace HERE =
      ExtensionContext.Namespace.create(NeedsChromium.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return PortalBrowser.installed()
        .map(program -> ConditionEvaluationResult.enabled("Chromium is " + program))
        .orElseGet(
            () ->
                ConditionEvaluationResult.disabled(
                    "This machine has no Chromium: install chromium."));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == PortalBrowser.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    // In the root's store, so that it lives until the last test of the module is over.
    return context
        .getRoot()
        .getStore(HERE)
        .computeIfAbsent(
            PortalBrowser.class,
            type -> new PortalBrowser(RunningAgora.of(context).url()),
            PortalBrowser.class);
  }
}
