package dev.agora.messaging.saga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.messaging.inbox.Reply;
import dev.agora.messaging.saga.TripSaga.Trip;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Whatever answers come, in whatever order, a saga ends or says why it waits for an operator. */
class SagaCorePropertyTest {

  /** What the world may do next. */
  enum Event {
    SUCCESS,
    REFUSAL,
    SILENCE,
    DUPLICATE,
    STALE,
    DECISION,
    DECISION_AGAINST
  }

  private static final int LONGEST = 60;

  @Property(tries = 2000)
  void aSagaEndsOrIsParkedWithAReason(@ForAll @Size(max = 40) List<Event> events) {
    SagaTrial<Trip> trial = SagaTrial.of(TripSaga.TRIP, new Trip("trip-1", ""));
    List<UUID> known = new ArrayList<>();
    for (Event event : events) {
      play(trial, event, known);
      agrees(trial.state());
    }
    // From here on nobody answers any more: silence alone must end it.
    for (int i = 0; i < LONGEST && trial.state().deadline() != null; i++) {
      trial.overdue();
    }
    SagaState<Trip> end = trial.state();
    assertThat(end.deadline()).isNull();
    assertThat(end.status().isFinal() || end.parkedReason() != null).isTrue();
    endsInOrder(trial);
  }

  private static void play(SagaTrial<Trip> trial, Event event, List<UUID> known) {
    UUID pending = trial.state().pending();
    if (pending != null) {
      known.add(pending);
    }
    boolean awaiting = trial.state().step().equals("approval") && !trial.state().undoing();
    switch (event) {
      case SUCCESS -> answerPending(trial, awaiting, Reply.success());
      case REFUSAL -> answerPending(trial, awaiting, Reply.refusal("no"));
      case SILENCE -> trial.overdue();
      case DUPLICATE -> {
        answerPending(trial, awaiting, Reply.success());
        if (pending != null) {
          unchanged(trial, () -> trial.answer(pending, Reply.success()));
        }
      }
      case STALE ->
          known.stream()
              .filter(command -> !command.equals(trial.state().pending()))
              .forEach(old -> unchanged(trial, () -> trial.answer(old, Reply.refusal("old"))));
      case DECISION -> trial.decide("approval", Reply.success());
      case DECISION_AGAINST -> trial.decide("approval", Reply.refusal("no"));
    }
  }

  private static void answerPending(SagaTrial<Trip> trial, boolean awaiting, Reply reply) {
    UUID pending = trial.state().pending();
    if (pending == null) {
      return;
    }
    if (awaiting) {
      trial.decide("approval", reply);
    } else {
      trial.answer(pending, reply);
    }
  }

  private static void unchanged(SagaTrial<Trip> trial, Runnable stimulus) {
    SagaState<Trip> before = trial.state();
    stimulus.run();
    assertThat(trial.state()).isEqualTo(before);
  }

  /** What the table's constraints demand of every state on the way. */
  private static void agrees(SagaState<Trip> state) {
    boolean running =
        state.status() == SagaStatus.RUNNING || state.status() == SagaStatus.COMPENSATING;
    assertThat(state.deadline() != null).isEqualTo(running);
    assertThat(state.parkedReason() != null).isEqualTo(state.status() == SagaStatus.PARKED);
    if (running) {
      assertThat(state.pending()).isNotNull();
    }
  }

  /** A compensated trip has undone each step that may have happened; a completed one none. */
  private static void endsInOrder(SagaTrial<Trip> trial) {
    Set<String> sent = new HashSet<>(trial.sent());
    if (trial.state().status() == SagaStatus.COMPLETED) {
      assertThat(sent).doesNotContain("hotel.cancel", "flight.cancel");
    }
    if (trial.state().status() == SagaStatus.COMPENSATED) {
      assertThat(sent).doesNotContain("bank.pay");
      assertThat(trial.state().undoable()).isEmpty();
    }
  }
}
