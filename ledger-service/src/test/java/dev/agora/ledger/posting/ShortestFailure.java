package dev.agora.ledger.posting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Leaves steps out of a run that fails, as long as it still fails, so that what is told is short.
 * jqwik's own shrinking, bounded in time, rarely gets there: each step depends on all before it.
 */
final class ShortestFailure {

  private final Consumer<List<Step>> run;

  private ShortestFailure(Consumer<List<Step>> run) {
    this.run = run;
  }

  /**
   * Takes the steps.
   *
   * @throws AssertionError the one of the shortest sequence that fails, if they fail
   */
  static void check(List<Step> steps, Consumer<List<Step>> run) {
    ShortestFailure search = new ShortestFailure(run);
    AssertionError failure = search.failureOf(steps);
    if (failure != null) {
      AssertionError shortest = search.failureOf(search.shortest(steps));
      throw shortest == null ? failure : shortest;
    }
  }

  private List<Step> shortest(List<Step> failing) {
    List<Step> steps = failing;
    for (int size = Math.max(1, steps.size() / 2); size > 0; size /= 2) {
      int from = 0;
      while (from < steps.size()) {
        List<Step> without = new ArrayList<>(steps.subList(0, from));
        without.addAll(steps.subList(Math.min(steps.size(), from + size), steps.size()));
        if (failureOf(without) == null) {
          from += size;
        } else {
          steps = without;
        }
      }
    }
    return steps;
  }

  private @Nullable AssertionError failureOf(List<Step> steps) {
    try {
      run.accept(steps);
      return null;
    } catch (AssertionError failure) {
      return failure;
    }
  }
}
