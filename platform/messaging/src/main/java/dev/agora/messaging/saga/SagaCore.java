package dev.agora.messaging.saga;

import static dev.agora.messaging.saga.SagaEventKind.OVERDUE;
import static dev.agora.messaging.saga.SagaEventKind.REFUSED;
import static dev.agora.messaging.saga.SagaEventKind.STALE_REPLY;
import static dev.agora.messaging.saga.SagaEventKind.STARTED;
import static dev.agora.messaging.saga.SagaEventKind.SUCCEEDED;
import static dev.agora.messaging.saga.SagaEventKind.UNDONE;

import dev.agora.messaging.MessageIds;
import dev.agora.messaging.saga.SagaDefinition.Step;
import java.time.Instant;
import java.util.UUID;

/** The rules of sagas: what follows from a state and a stimulus, without a database or a clock. */
final class SagaCore<S> {

  static final String NO_ANSWER = "no_answer";
  static final String NO_DECISION = "no_decision";
  static final String OPERATOR = "operator";

  private final SagaDefinition<S> definition;
  private final SagaMoves<S> moves;

  SagaCore(SagaDefinition<S> definition, Instant now, MessageIds ids) {
    this.definition = definition;
    this.moves = new SagaMoves<>(definition, now, ids);
  }

  Transition<S> start(S data) {
    Step<S> first = definition.first();
    return moves.enter(
        Transition.from(SagaState.starting(first.name(), data)).noting(STARTED, null, null), first);
  }

  /**
   * The transition from a state; without events if the stimulus means nothing to it.
   *
   * @throws IllegalStateException if an operator may not do this now
   */
  Transition<S> next(SagaState<S> state, Stimulus stimulus) {
    Transition<S> from = Transition.from(state);
    return switch (stimulus) {
      case Stimulus.Answer(UUID commandId, ReplyMessage reply) ->
          commandId.equals(state.pending())
              ? answered(from, reply)
              : from.noting(STALE_REPLY, commandId, null);
      case Stimulus.Decision(String step, ReplyMessage reply) ->
          awaits(state, step) ? answered(from, reply) : from;
      case Stimulus.Overdue() -> state.deadline() == null ? from : overdue(from);
      case Stimulus.Operator(OperatorAction action) -> operator(from, action);
    };
  }

  private boolean awaits(SagaState<S> state, String step) {
    return state.pending() != null
        && !state.undoing()
        && state.step().equals(step)
        && definition.step(step).awaiting();
  }

  private Transition<S> answered(Transition<S> from, ReplyMessage reply) {
    return from.state().undoing() ? undoAnswered(from, reply) : stepAnswered(from, reply);
  }

  private Transition<S> stepAnswered(Transition<S> from, ReplyMessage reply) {
    SagaState<S> state = from.state();
    Step<S> step = definition.step(state.step());
    Transition<S> folded = from.to(state.data(step.onReply().apply(state.data(), reply)));
    if (reply.isSuccess()) {
      return moves.advance(moves.remember(folded).noting(SUCCEEDED, state.pending(), null), step);
    }
    String code = reply.refusalCode().orElse("refused");
    Transition<S> refused = folded.noting(REFUSED, state.pending(), code);
    if (!step.forwardOnly()) {
      return moves.compensate(refused, code);
    }
    return step.onRefusal() == null
        ? moves.park(refused, code, null)
        : moves.enter(refused, definition.step(step.onRefusal()));
  }

  private Transition<S> undoAnswered(Transition<S> from, ReplyMessage reply) {
    UUID undo = from.state().pending();
    if (reply.isSuccess()) {
      return moves.undoNext(from.to(from.state().undone()).noting(UNDONE, undo, null));
    }
    String code = reply.refusalCode().orElse("refused");
    return moves.park(from.noting(REFUSED, undo, code), code, null);
  }

  private Transition<S> overdue(Transition<S> from) {
    SagaState<S> state = from.state();
    Step<S> step = definition.step(state.step());
    Transition<S> overdue = from.noting(OVERDUE, state.pending(), null);
    if (state.attempt() < step.attempts()) {
      return moves.sendAgain(overdue, state.attempt() + 1);
    }
    if (step.awaiting()) {
      return moves.park(overdue, NO_DECISION, state.pending());
    }
    if (state.undoing() || step.undo() == null) {
      return moves.park(overdue, NO_ANSWER, state.pending());
    }
    // Whether the step happened is not known, so it is undone with the others.
    return moves.compensate(moves.remember(overdue), NO_ANSWER);
  }

  private Transition<S> operator(Transition<S> from, OperatorAction action) {
    SagaState<S> state = from.state();
    if (state.status() != SagaStatus.PARKED) {
      throw new IllegalStateException("only a parked saga takes an operator's action");
    }
    return switch (action) {
      case RESUME -> resume(from.noting(SagaEventKind.RESUMED, state.pending(), null));
      case SKIP -> skip(from.noting(SagaEventKind.SKIPPED, state.pending(), null));
      case FORCE_COMPENSATE -> {
        if (state.undoing()) {
          throw new IllegalStateException("it compensates already: resume or skip");
        }
        yield moves.compensate(
            moves.remember(from.noting(SagaEventKind.FORCED_TO_COMPENSATE, null, null)), OPERATOR);
      }
    };
  }

  private Transition<S> resume(Transition<S> from) {
    SagaState<S> state = from.state();
    if (state.pending() != null) {
      return moves.sendAgain(from, 1);
    }
    // A refused command would only be refused again, so this is a new one.
    return state.undoing()
        ? moves.undoNext(from)
        : moves.enter(from, definition.step(state.step()));
  }

  private Transition<S> skip(Transition<S> from) {
    SagaState<S> state = from.state();
    return state.undoing()
        ? moves.undoNext(from.to(state.undone()))
        : moves.advance(moves.remember(from), definition.step(state.step()));
  }
}
