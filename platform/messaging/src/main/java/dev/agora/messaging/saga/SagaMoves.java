package dev.agora.messaging.saga;

import dev.agora.messaging.MessageIds;
import dev.agora.messaging.saga.SagaDefinition.Call;
import dev.agora.messaging.saga.SagaDefinition.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The moves that the rules of sagas are made of. */
final class SagaMoves<S> {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final SagaDefinition<S> definition;
  private final Instant now;
  private final MessageIds ids;

  SagaMoves(SagaDefinition<S> definition, Instant now, MessageIds ids) {
    this.definition = definition;
    this.now = now;
    this.ids = ids;
  }

  /** Begins a step with a new command, or with waiting for a decision. */
  Transition<S> enter(Transition<S> from, Step<S> step) {
    UUID command = ids.next();
    Transition<S> entered =
        from.to(from.state().pending(step.name(), command, 1, deadline(step, 1)));
    return step.command() == null
        ? entered.noting(SagaEventKind.AWAITING, command, null)
        : send(entered, step.command(), null).noting(SagaEventKind.SENT, command, null);
  }

  Transition<S> advance(Transition<S> from, Step<S> done) {
    return definition
        .after(done)
        .map(next -> enter(from, next))
        .orElseGet(
            () ->
                from.to(from.state().ended(SagaStatus.COMPLETED))
                    .noting(SagaEventKind.COMPLETED, null, null));
  }

  /** Repeats the open command, or goes on waiting for the decision. */
  Transition<S> sendAgain(Transition<S> from, int attempt) {
    SagaState<S> state = from.state();
    Step<S> step = definition.step(state.step());
    if (state.pending() == null) {
      throw new IllegalStateException("there is no command to send again");
    }
    Transition<S> again =
        from.to(state.pending(step.name(), state.pending(), attempt, deadline(step, attempt)));
    Call<S, ?> call = state.undoing() ? step.undo() : step.command();
    UUID undoes = state.undoing() ? state.undoable().getFirst().commandId() : null;
    return call == null
        ? again.noting(SagaEventKind.AWAITING, state.pending(), null)
        : send(again, call, undoes)
            .noting(SagaEventKind.SENT_AGAIN, state.pending(), "attempt " + attempt);
  }

  Transition<S> compensate(Transition<S> from, String reason) {
    return undoNext(
        from.to(from.state().turningBack(reason)).noting(SagaEventKind.COMPENSATING, null, reason));
  }

  /** Undoes the last step that is not undone yet. */
  Transition<S> undoNext(Transition<S> from) {
    SagaState<S> state = from.state();
    if (state.undoable().isEmpty()) {
      return from.to(state.ended(SagaStatus.COMPENSATED))
          .noting(SagaEventKind.COMPENSATED, null, state.reason());
    }
    Undoable last = state.undoable().getFirst();
    Step<S> step = definition.step(last.step());
    Call<S, ?> undo = step.undo();
    if (undo == null) {
      throw new IllegalStateException(last.step() + " has no undo");
    }
    UUID command = ids.next();
    return send(
            from.to(state.pending(step.name(), command, 1, deadline(step, 1))),
            undo,
            last.commandId())
        .noting(SagaEventKind.SENT, command, "undo");
  }

  /**
   * Waits for an operator.
   *
   * @param open the command whose late answer is still taken; null if it was answered
   */
  Transition<S> park(Transition<S> from, String reason, @Nullable UUID open) {
    return from.to(from.state().parked(reason, open)).noting(SagaEventKind.PARKED, open, reason);
  }

  /** Adds the step at hand to what will be undone, if it can be and its command went out. */
  Transition<S> remember(Transition<S> from) {
    SagaState<S> state = from.state();
    boolean undoable = definition.step(state.step()).undo() != null;
    return undoable && state.pending() != null
        ? from.to(state.done(new Undoable(state.step(), state.pending())))
        : from;
  }

  private Transition<S> send(Transition<S> from, Call<S, ?> call, @Nullable UUID undoes) {
    return from.sending(Send.of(call, from.state(), undoes));
  }

  /** Each wait is twice the last, up to a minute; a step whose own time is longer keeps that. */
  private Instant deadline(Step<S> step, int attempt) {
    Duration longest = step.within().compareTo(LONGEST_WAIT) > 0 ? step.within() : LONGEST_WAIT;
    Duration wait = step.within();
    for (int i = 1; i < attempt && wait.compareTo(longest) < 0; i++) {
      wait = wait.multipliedBy(2);
    }
    return now.plus(wait.compareTo(longest) < 0 ? wait : longest);
  }
}
