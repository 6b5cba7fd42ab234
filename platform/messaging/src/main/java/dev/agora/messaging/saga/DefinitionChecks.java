package dev.agora.messaging.saga;

import dev.agora.messaging.saga.SagaDefinition.Call;
import dev.agora.messaging.saga.SagaDefinition.Step;
import dev.agora.messaging.saga.SagaDefinition.StepKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says in a sentence what makes no sense about a list of steps. */
final class DefinitionChecks {

  private final String saga;
  private final List<String> names = new ArrayList<>();

  private DefinitionChecks(String saga) {
    this.saga = saga;
  }

  static <S> void check(String saga, int version, List<Step<S>> steps) {
    DefinitionChecks checks = new DefinitionChecks(saga);
    checks.require(!saga.isBlank(), "a saga needs a name");
    checks.require(version >= 1, "versions start at 1");
    checks.require(!steps.isEmpty(), "a saga needs a step");
    steps.forEach(step -> checks.names.add(step.name()));
    checks.namesDiffer();
    checks.order(steps);
    for (Step<S> step : steps) {
      checks.limits(step);
      checks.undoing(step);
      checks.refusal(step, steps);
    }
  }

  private void namesDiffer() {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      require(!name.isBlank(), "a step needs a name");
      require(seen.add(name), "two steps are named " + name);
    }
  }

  private <S> void order(List<Step<S>> steps) {
    StepKind latest = StepKind.COMPENSATABLE;
    for (Step<S> step : steps) {
      StepKind kind = step.kind();
      require(
          kind != StepKind.PIVOT || latest != StepKind.PIVOT,
          "a second pivot, " + step.name() + ": there is one go or no-go");
      // The kinds are declared in the order in which they may follow each other.
      require(
          kind.compareTo(latest) >= 0,
          "the %s step %s comes after a %s one".formatted(kind, step.name(), latest));
      latest = kind;
    }
    require(
        steps.getFirst().kind() != StepKind.ALTERNATIVE, "the first step cannot be an alternative");
  }

  private void limits(Step<?> step) {
    require(step.within().isPositive(), step.name() + " needs a time within which it answers");
    require(step.attempts() >= 1, step.name() + " needs at least one attempt");
  }

  private void undoing(Step<?> step) {
    Call<?, ?> undo = step.undo();
    Call<?, ?> command = step.command();
    if (undo == null) {
      require(
          step.kind() != StepKind.COMPENSATABLE || command == null,
          step.name() + " is compensatable but has no undo");
      return;
    }
    require(!step.forwardOnly(), step.name() + " is never undone, so it has no undo");
    require(command != null, step.name() + " sends nothing that could be undone");
    require(
        command != null && undo.type().topic().equals(command.type().topic()),
        "the undo of " + step.name() + " must go where its command goes");
  }

  private <S> void refusal(Step<S> step, List<Step<S>> steps) {
    @Nullable String target = step.onRefusal();
    if (target != null) {
      int at = names.indexOf(target);
      require(at >= 0, step.name() + " turns to the unknown alternative " + target);
      require(
          steps.get(at).kind() == StepKind.ALTERNATIVE,
          step.name() + " turns to " + target + ", which is no alternative");
      require(step.forwardOnly(), step.name() + " compensates when refused");
      require(at > names.indexOf(step.name()), step.name() + " turns back to " + target);
    }
    if (step.name().equals(firstAlternative(steps))) {
      require(
          steps.stream().anyMatch(other -> step.name().equals(other.onRefusal())),
          "nothing turns to the alternative " + step.name());
    }
  }

  private static <S> @Nullable String firstAlternative(List<Step<S>> steps) {
    return steps.stream()
        .filter(step -> step.kind() == StepKind.ALTERNATIVE)
        .map(Step::name)
        .findFirst()
        .orElse(null);
  }

  private void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalStateException("saga " + saga + ": " + sentence);
    }
  }
}
