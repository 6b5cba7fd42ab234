package dev.agora.messaging.saga;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where an instance stands.
 *
 * @param undoing the direction, also of a parked saga
 * @param step pending, or the last one
 * @param attempt how often the pending command was sent
 * @param pending the command that may still be answered; null if nothing is open
 * @param deadline when the answer is overdue; null unless running or compensating
 * @param undoable what to undo, last one first
 * @param reason of the compensation
 * @param parkedReason null unless parked
 */
record SagaState<S>(
    SagaStatus status,
    boolean undoing,
    String step,
    int attempt,
    @Nullable UUID pending,
    @Nullable Instant deadline,
    List<Undoable> undoable,
    S data,
    @Nullable String reason,
    @Nullable String parkedReason) {

  SagaState {
    undoable = List.copyOf(undoable);
  }

  static <S> SagaState<S> starting(String step, S data) {
    return new SagaState<>(
        SagaStatus.RUNNING, false, step, 0, null, null, List.of(), data, null, null);
  }

  /** The command of a step is out, in the direction of travel. */
  SagaState<S> pending(String at, UUID command, int nth, Instant until) {
    SagaStatus going = undoing ? SagaStatus.COMPENSATING : SagaStatus.RUNNING;
    return new SagaState<>(going, undoing, at, nth, command, until, undoable, data, reason, null);
  }

  SagaState<S> turningBack(String why) {
    return new SagaState<>(status, true, step, attempt, null, deadline, undoable, data, why, null);
  }

  SagaState<S> ended(SagaStatus end) {
    return new SagaState<>(end, undoing, step, attempt, null, null, undoable, data, reason, null);
  }

  /** Waiting for an operator, and still for the open command's answer, if there is one. */
  SagaState<S> parked(String why, @Nullable UUID open) {
    return new SagaState<>(
        SagaStatus.PARKED, undoing, step, attempt, open, null, undoable, data, reason, why);
  }

  SagaState<S> done(Undoable last) {
    return undoable(Stream.concat(Stream.of(last), undoable.stream()).toList());
  }

  SagaState<S> undone() {
    return undoable(undoable.subList(1, undoable.size()));
  }

  /** The same with other data: of the next step, or of another form. */
  <T> SagaState<T> data(T other) {
    return new SagaState<>(
        status, undoing, step, attempt, pending, deadline, undoable, other, reason, parkedReason);
  }

  /** Whether a caller would see no difference: a repeated command shows nowhere. */
  boolean looksLike(SagaState<?> other) {
    return status == other.status && undoing == other.undoing && step.equals(other.step);
  }

  private SagaState<S> undoable(List<Undoable> steps) {
    return new SagaState<>(
        status, undoing, step, attempt, pending, deadline, steps, data, reason, parkedReason);
  }
}
