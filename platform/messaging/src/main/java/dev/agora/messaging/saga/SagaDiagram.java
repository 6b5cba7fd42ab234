package dev.agora.messaging.saga;

import dev.agora.messaging.saga.SagaDefinition.Call;
import dev.agora.messaging.saga.SagaDefinition.Step;
import dev.agora.messaging.saga.SagaDefinition.StepKind;
import org.jspecify.annotations.Nullable;

/** Draws a definition as a Mermaid flow chart. */
final class SagaDiagram<S> {

  private final SagaDefinition<S> definition;
  private final StringBuilder text = new StringBuilder("flowchart LR\n");

  SagaDiagram(SagaDefinition<S> definition) {
    this.definition = definition;
  }

  /**
   * Draws it.
   *
   * @param current the step to mark, or nothing
   */
  String draw(String current) {
    line("start((start)) --> " + id(definition.first()));
    definition.steps().forEach(this::box);
    definition.steps().forEach(this::arrows);
    line("completed(((COMPLETED)))");
    definition.steps().stream()
        .filter(step -> step.name().equals(current))
        .forEach(step -> line("style " + id(step) + " stroke-width:4px"));
    return text.toString();
  }

  private void box(Step<S> step) {
    String what = step.command() == null ? "awaits a decision" : name(step.command());
    String label = "\"" + step.name() + "<br/>" + what + "\"";
    line(
        id(step)
            + switch (step.kind()) {
              case COMPENSATABLE -> "[" + label + "]";
              case PIVOT -> "{{" + label + "}}";
              case RETRIABLE -> "([" + label + "])";
              case ALTERNATIVE -> "[/" + label + "/]";
            });
  }

  private void arrows(Step<S> step) {
    String next = definition.after(step).map(this::id).orElse("completed");
    line(id(step) + " --> " + next);
    Call<S, ?> undo = step.undo();
    if (undo != null) {
      line("%s -. undo .-> %s_undo[\"%s\"]".formatted(id(step), id(step), name(undo)));
    }
    @Nullable String refused = step.onRefusal();
    if (refused != null) {
      line(id(step) + " -- refused --> " + id(definition.step(refused)));
    } else if (step.kind() == StepKind.COMPENSATABLE || step.kind() == StepKind.PIVOT) {
      line(id(step) + " -- refused --> compensated(((COMPENSATED)))");
    }
  }

  private String id(Step<S> step) {
    return "s" + definition.steps().indexOf(step);
  }

  private static String name(Call<?, ?> call) {
    return call.type().name();
  }

  private void line(String line) {
    text.append("  ").append(line).append('\n');
  }
}
