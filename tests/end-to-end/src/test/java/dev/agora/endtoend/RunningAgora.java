package dev.agora.endtoend;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands a test the one running system of this module, started at the first need. */
final class RunningAgora implements ParameterResolver {

  private static final ExtensionContext.Namespace HERE =
      ExtensionContext.Namespace.create(RunningAgora.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Agora.class;
  }

  @Override
  public Agora resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return of(context);
  }

  /** The system, which starts now if it has not. */
  static Agora of(ExtensionContext context) {
    // In the root's store, so that it lives until the last test of the module is over.
    return context
        .getRoot()
        .getStore(HERE)
        .computeIfAbsent(Agora.class, type -> Agora.start(), Agora.class);
  }
}
