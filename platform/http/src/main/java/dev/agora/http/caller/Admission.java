package dev.agora.http.caller;

import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a caller may call a route. */
final class Admission {

  private Admission() {}

  /** Empty if they may. */
  static Optional<Problem> refusal(Caller caller, AllowedTo allowed) {
    if (caller.actor() != null && !allowed.delegated()) {
      return Optional.of(
          Problem.of(CommonProblem.NOT_ALLOWED, "No service may call this in a caller's name."));
    }
    boolean asAgent = admits(allowed, Role.AGENT) && caller.is(Role.AGENT);
    boolean asOther =
        Arrays.stream(allowed.value()).anyMatch(role -> role != Role.AGENT && caller.is(role));
    if (asOther) {
      return Optional.empty();
    }
    if (asAgent) {
      return missingScopes(caller, allowed);
    }
    if (caller.is(Role.ANONYMOUS)) {
      return Optional.of(
          Problem.of(CommonProblem.AUTHENTICATION_REQUIRED, "Send a key or a session."));
    }
    return Optional.of(
        Problem.of(
            CommonProblem.NOT_ALLOWED,
            "This needs the role " + join(Arrays.stream(allowed.value()).map(Role::name)) + "."));
  }

  private static boolean admits(AllowedTo allowed, Role role) {
    return Arrays.asList(allowed.value()).contains(role);
  }

  private static Optional<Problem> missingScopes(Caller caller, AllowedTo allowed) {
    String missing =
        Arrays.stream(allowed.scopes())
            .filter(scope -> !caller.scopes().contains(scope))
            .map(Scope::wireName)
            .collect(Collectors.joining(" "));
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Problem.of(CommonProblem.SCOPE_MISSING, "The key lacks the scope " + missing + ".")
                .with("scope", missing)
                .withRemedy("The agent's owner can make a key with that scope."));
  }

  private static String join(java.util.stream.Stream<String> names) {
    return names.collect(Collectors.joining(" or "));
  }
}
