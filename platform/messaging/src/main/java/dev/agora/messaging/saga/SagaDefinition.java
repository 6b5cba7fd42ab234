package dev.agora.messaging.saga;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A long process as a constant: its steps in order, what undoes them, and how long each may take.
 *
 * <p>A step is <em>compensatable</em> (can be undone), the <em>pivot</em> (after it the saga only
 * goes forward), <em>retriable</em> (repeated until it works), or an <em>alternative</em> (reached
 * only when a retriable step is refused for good). A definition checks itself when it is built.
 *
 * @param <S> the saga's data, an immutable record that JSON can hold
 */
public final class SagaDefinition<S> {

  /** What a step may do when it fails. */
  public enum StepKind {
    COMPENSATABLE,
    PIVOT,
    RETRIABLE,
    ALTERNATIVE
  }

  /** One step; read by the engine, written by {@link StepBuilder}. */
  record Step<S>(
      String name,
      StepKind kind,
      @Nullable Call<S, ?> command,
      @Nullable Call<S, ?> undo,
      Duration within,
      int attempts,
      BiFunction<S, ReplyMessage, S> onReply,
      @Nullable String onRefusal) {

    /** Whether it sends nothing and waits for a decision. */
    boolean awaiting() {
      return command == null;
    }

    /** Whether nothing undoes it: only the saga's own alternatives lead away from it. */
    boolean forwardOnly() {
      return kind == StepKind.RETRIABLE || kind == StepKind.ALTERNATIVE;
    }
  }

  /** A command and how the saga's data fills it. */
  record Call<S, P>(CommandType<P> type, Function<S, P> payload) {}

  private final String name;
  private final int version;
  private final Class<S> dataType;
  private final List<Step<S>> steps;

  private SagaDefinition(String name, int version, Class<S> dataType, List<Step<S>> steps) {
    this.name = name;
    this.version = version;
    this.dataType = dataType;
    this.steps = List.copyOf(steps);
  }

  /**
   * Starts a definition.
   *
   * @param name stable, such as {@code purchase}
   * @param version pinned by every instance at its start; a changed list of steps is a new version
   */
  public static <S> Builder<S> saga(String name, int version, Class<S> dataType) {
    return new Builder<>(name, version, dataType);
  }

  public String name() {
    return name;
  }

  public int version() {
    return version;
  }

  public Class<S> dataType() {
    return dataType;
  }

  /** The definition as a Mermaid flow chart. */
  public String diagram() {
    return new SagaDiagram<>(this).draw("");
  }

  List<Step<S>> steps() {
    return steps;
  }

  Step<S> first() {
    return steps.getFirst();
  }

  Step<S> step(String step) {
    return steps.stream()
        .filter(candidate -> candidate.name().equals(step))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " has no step " + step));
  }

  /** What comes after a step that succeeded: on the main line, or on the way of alternatives. */
  Optional<Step<S>> after(Step<S> step) {
    boolean aside = step.kind() == StepKind.ALTERNATIVE;
    return steps.stream()
        .skip(steps.indexOf(step) + 1L)
        .filter(candidate -> (candidate.kind() == StepKind.ALTERNATIVE) == aside)
        .findFirst();
  }

  /** Adds steps. */
  public static sealed class Builder<S> permits StepBuilder {

    private final String name;
    private final int version;
    private final Class<S> dataType;
    private final List<Step<S>> steps;

    private Builder(String name, int version, Class<S> dataType) {
      this(name, version, dataType, new ArrayList<>());
    }

    private Builder(String name, int version, Class<S> dataType, List<Step<S>> steps) {
      this.name = name;
      this.version = version;
      this.dataType = dataType;
      this.steps = steps;
    }

    /** A step that can be undone; before the pivot. */
    public StepBuilder<S> compensatable(String step) {
      return next(step, StepKind.COMPENSATABLE);
    }

    /** The go or no-go, at most one; without an {@code undo} a silent one is parked, not undone. */
    public StepBuilder<S> pivot(String step) {
      return next(step, StepKind.PIVOT);
    }

    /** A step that is repeated until it works; after the pivot. */
    public StepBuilder<S> retriable(String step) {
      return next(step, StepKind.RETRIABLE);
    }

    /** A step taken only from {@link StepBuilder#ifRefused}, with all alternatives after it. */
    public StepBuilder<S> alternative(String step) {
      return next(step, StepKind.ALTERNATIVE);
    }

    /**
     * Checks and builds.
     *
     * @throws IllegalStateException with a sentence, if the steps make no sense together
     */
    public SagaDefinition<S> build() {
      finishStep();
      DefinitionChecks.check(name, version, steps);
      return new SagaDefinition<>(name, version, dataType, steps);
    }

    void finishStep() {}

    private StepBuilder<S> next(String step, StepKind kind) {
      finishStep();
      return new StepBuilder<>(this, step, kind);
    }
  }

  /** Describes the step just added, then goes on to the next. */
  public static final class StepBuilder<S> extends Builder<S> {

    private static final Duration WITHIN_DEFAULT = Duration.ofSeconds(5);
    private static final int ATTEMPTS_DEFAULT = 10;

    private final Builder<S> saga;
    private final String step;
    private final StepKind kind;
    private @Nullable Call<S, ?> command;
    private @Nullable Call<S, ?> undo;
    private Duration within = WITHIN_DEFAULT;
    private int attempts = ATTEMPTS_DEFAULT;
    private BiFunction<S, ReplyMessage, S> onReply = (data, reply) -> data;
    private @Nullable String onRefusal;
    private boolean awaiting;

    private StepBuilder(Builder<S> saga, String step, StepKind kind) {
      super(saga.name, saga.version, saga.dataType, saga.steps);
      this.saga = saga;
      this.step = step;
      this.kind = kind;
    }

    /** The command that the step sends. */
    public <P> StepBuilder<S> command(CommandType<P> type, Function<S, P> payload) {
      this.command = new Call<>(type, payload);
      return this;
    }

    /**
     * The step sends nothing: it waits for {@link Sagas#resolve}, and is parked after this long; a
     * later decision is still taken.
     */
    public StepBuilder<S> awaiting(Duration atMost) {
      this.awaiting = true;
      this.within = atMost;
      this.attempts = 1;
      return this;
    }

    /**
     * The command that undoes the step; also sent when it is not known whether the step happened.
     */
    public <P> StepBuilder<S> undo(CommandType<P> type, Function<S, P> payload) {
      this.undo = new Call<>(type, payload);
      return this;
    }

    /**
     * How long to wait for a reply before the same command is sent again; default 5 s. Each further
     * wait is twice as long, up to a minute.
     */
    public StepBuilder<S> within(Duration reply) {
      this.within = reply;
      return this;
    }

    /** How often the command is sent in all before the saga compensates or parks; default 10. */
    public StepBuilder<S> attempts(int atMost) {
      this.attempts = atMost;
      return this;
    }

    /** What the saga keeps of the answer, success or refusal. */
    public StepBuilder<S> onReply(BiFunction<S, ReplyMessage, S> fold) {
      this.onReply = fold;
      return this;
    }

    /** Where a refused retriable step goes; without it, a refusal parks the saga. */
    public StepBuilder<S> ifRefused(String alternative) {
      this.onRefusal = alternative;
      return this;
    }

    @Override
    void finishStep() {
      if (awaiting == (command != null)) {
        throw new IllegalStateException(
            "step " + step + " must either send a command or await a decision");
      }
      saga.steps.add(new Step<>(step, kind, command, undo, within, attempts, onReply, onRefusal));
    }
  }
}
