package dev.agora.messaging.saga;

import static dev.agora.messaging.saga.SagaDefinition.saga;
import static dev.agora.messaging.saga.TripSaga.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agora.messaging.saga.TripSaga.Trip;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class DefinitionChecksTest {

  private static void refuses(
      String sentence,
      Function<SagaDefinition.Builder<Trip>, SagaDefinition.Builder<Trip>> definition) {
    assertThatThrownBy(() -> definition.apply(saga("trip", 1, Trip.class)).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(sentence);
  }

  private static SagaDefinition.StepBuilder<Trip> sends(SagaDefinition.StepBuilder<Trip> step) {
    return step.command(command("a.do"), TripSaga::ask);
  }

  private static SagaDefinition.StepBuilder<Trip> undone(SagaDefinition.StepBuilder<Trip> step) {
    return sends(step).undo(command("a.undo"), TripSaga::ask);
  }

  @Test
  void aCompensatableStepComesBeforeThePivot() {
    refuses(
        "the COMPENSATABLE step b comes after a PIVOT one",
        saga -> undone(sends(saga.pivot("a")).compensatable("b")));
  }

  @Test
  void aRetriableStepComesAfterThePivot() {
    refuses(
        "the PIVOT step b comes after a RETRIABLE one",
        saga -> sends(sends(saga.retriable("a")).pivot("b")));
  }

  @Test
  void thereIsOnePivot() {
    refuses("a second pivot, b", saga -> sends(sends(saga.pivot("a")).pivot("b")));
  }

  @Test
  void aCompensatableStepThatSendsHasAnUndo() {
    refuses("a is compensatable but has no undo", saga -> sends(saga.compensatable("a")));
  }

  @Test
  void aRetriableStepHasNone() {
    refuses("a is never undone", saga -> undone(saga.retriable("a")));
  }

  @Test
  void anUndoGoesWhereItsCommandWent() {
    refuses(
        "the undo of a must go where its command goes",
        saga -> sends(saga.compensatable("a")).undo(command("b.undo"), TripSaga::ask));
  }

  @Test
  void anAlternativeIsKnownComesLaterAndIsReached() {
    refuses(
        "a turns to the unknown alternative x", saga -> sends(saga.retriable("a")).ifRefused("x"));
    refuses(
        "a turns to b, which is no alternative",
        saga -> sends(sends(saga.retriable("a")).ifRefused("b").retriable("b")));
    refuses(
        "nothing turns to the alternative b",
        saga -> sends(sends(saga.retriable("a")).alternative("b")));
    refuses(
        "c turns back to b",
        saga ->
            sends(
                    sends(sends(saga.retriable("a")).ifRefused("b").alternative("b"))
                        .alternative("c"))
                .ifRefused("b"));
  }

  @Test
  void aStepBeforeThePivotCompensatesWhenRefused() {
    refuses(
        "a compensates when refused",
        saga -> sends(undone(saga.compensatable("a")).ifRefused("b").alternative("b")));
  }

  @Test
  void namesAreThereAndDiffer() {
    refuses("two steps are named a", saga -> sends(sends(saga.retriable("a")).retriable("a")));
    refuses("a step needs a name", saga -> sends(saga.retriable(" ")));
    assertThatThrownBy(() -> sends(saga("", 1, Trip.class).retriable("a")).build())
        .hasMessageContaining("a saga needs a name");
    assertThatThrownBy(() -> sends(saga("trip", 0, Trip.class).retriable("a")).build())
        .hasMessageContaining("versions start at 1");
    refuses("a saga needs a step", saga -> saga);
  }

  @Test
  void limitsArePositive() {
    refuses("within which it answers", saga -> sends(saga.retriable("a")).within(Duration.ZERO));
    refuses("at least one attempt", saga -> sends(saga.retriable("a")).attempts(0));
  }

  @Test
  void aStepSendsOrAwaitsNotBothNotNeither() {
    refuses("must either send a command or await", saga -> saga.retriable("a"));
    refuses(
        "must either send a command or await",
        saga -> sends(saga.pivot("a")).awaiting(Duration.ofHours(1)));
  }

  @Test
  void aSensibleDefinitionDrawsItself() {
    assertThat(TripSaga.TRIP.diagram())
        .startsWith("flowchart LR")
        .contains("s0[\"hotel<br/>hotel.book\"]")
        .contains("s0 -. undo .-> s0_undo[\"hotel.cancel\"]")
        .contains("s2{{\"approval<br/>awaits a decision\"}}")
        .contains("s3 -- refused --> s5")
        .contains("s4 --> completed");
    assertThat(new SagaDiagram<>(TripSaga.TRIP).draw("pay")).contains("style s3 stroke-width:4px");
  }
}
