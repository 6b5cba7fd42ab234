package dev.agora.messaging.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agora.messaging.inbox.Reply;
import dev.agora.messaging.saga.TripSaga.Ask;
import dev.agora.messaging.saga.TripSaga.Trip;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SagaCoreTest {

  private static final Trip TRIP = new Trip("trip-1", "");

  private static SagaTrial<Trip> trip() {
    return SagaTrial.of(TripSaga.TRIP, TRIP);
  }

  /** s success, r refusal, o overdue, y and n decisions; each on what is pending then. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
                | RUNNING hotel        | hotel.book
          s     | RUNNING flight       | hotel.book flight.book
          ss    | RUNNING approval     | hotel.book flight.book
          ssy   | RUNNING pay          | hotel.book flight.book bank.pay
          ssys  | RUNNING notify       | hotel.book flight.book bank.pay mail.send
          ssyss | COMPLETED            | hotel.book flight.book bank.pay mail.send
          r     | COMPENSATED          | hotel.book
          sr    | COMPENSATING hotel   | hotel.book flight.book hotel.cancel
          srs   | COMPENSATED          | hotel.book flight.book hotel.cancel
          srr   | PARKED hotel         | hotel.book flight.book hotel.cancel
          sro   | COMPENSATING hotel   | hotel.book flight.book hotel.cancel hotel.cancel#2
          sroo  | PARKED hotel         | hotel.book flight.book hotel.cancel hotel.cancel#2
          o     | RUNNING hotel        | hotel.book hotel.book#2
          oo    | COMPENSATING hotel   | hotel.book hotel.book#2 hotel.cancel
          soo   | COMPENSATING flight  | hotel.book flight.book flight.book#2 flight.cancel
          soos  | COMPENSATING hotel   | hotel.book flight.book flight.book#2 flight.cancel hotel.cancel
          ssn   | COMPENSATING flight  | hotel.book flight.book flight.cancel
          ssnss | COMPENSATED          | hotel.book flight.book flight.cancel hotel.cancel
          sso   | PARKED approval      | hotel.book flight.book
          ssoy  | RUNNING pay          | hotel.book flight.book bank.pay
          ssyr  | RUNNING invoice      | hotel.book flight.book bank.pay bank.invoice
          ssyrs | RUNNING remind       | hotel.book flight.book bank.pay bank.invoice mail.remind
          ssyrss| COMPLETED            | hotel.book flight.book bank.pay bank.invoice mail.remind
          ssyoo | PARKED pay           | hotel.book flight.book bank.pay bank.pay#2
          ssyoos| RUNNING notify       | hotel.book flight.book bank.pay bank.pay#2 mail.send
          ssysr | PARKED notify        | hotel.book flight.book bank.pay mail.send
          ssyrr | PARKED invoice       | hotel.book flight.book bank.pay bank.invoice
          """)
  void repliesLeadTo(String replies, String stand, String sent) {
    SagaTrial<Trip> trial = trip();
    for (char reply : (replies == null ? "" : replies).toCharArray()) {
      switch (reply) {
        case 's' -> trial.success();
        case 'r' -> trial.refusal("no");
        case 'o' -> trial.overdue();
        case 'y' -> trial.decide("approval", Reply.success());
        case 'n' -> trial.decide("approval", Reply.refusal("no"));
        default -> throw new IllegalArgumentException("reply " + reply);
      }
    }
    assertThat(trial.stand()).isEqualTo(stand);
    assertThat(String.join(" ", trial.sent())).isEqualTo(sent);
  }

  @Test
  void aReplyToAnEarlierCommandIsStale() {
    SagaTrial<Trip> trial = trip();
    UUID hotel = trial.pending();
    trial.success();
    SagaState<Trip> before = trial.state();
    trial.answer(hotel, Reply.refusal("changed_my_mind"));
    assertThat(trial.state()).isEqualTo(before);
  }

  @Test
  void aRepetitionKeepsTheCommandIdAndItsContent() {
    SagaTrial<Trip> trial = trip();
    Send first = trial.last();
    Send again = trial.overdue().last();
    assertThat(again.commandId()).isEqualTo(first.commandId());
    assertThat(again.payload()).isEqualTo(first.payload());
    assertThat(again.attempt()).isEqualTo(2);
    assertThat(Duration.between(Instant.parse("2026-11-22T10:00:00Z"), again.deadline()))
        .isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void anUndoNamesTheCommandThatItUndoes() {
    SagaTrial<Trip> trial = trip().success();
    UUID flight = trial.pending();
    trial.overdue().overdue();
    assertThat(trial.last().type()).isEqualTo("flight.cancel");
    assertThat(trial.last().undoes()).isEqualTo(flight).isNotEqualTo(trial.pending());
    trial.success();
    assertThat(trial.last().undoes()).isEqualTo(trial.commandOf("hotel.book"));
  }

  @Test
  void whatAReplySaysIsKeptForLaterSteps() {
    SagaTrial<Trip> trial = trip().success().success().decide("approval", Reply.success());
    assertThat(trial.last().payload()).isEqualTo(new Ask("trip-1", "t-1"));
  }

  @Test
  void theReasonOfACompensationStaysToItsEnd() {
    SagaTrial<Trip> trial = trip().success().refusal("full").success();
    assertThat(trial.state().reason()).isEqualTo("full");
    assertThat(trip().refusal("shut").state().reason()).isEqualTo("shut");
    assertThat(trip().overdue().overdue().state().reason()).isEqualTo("no_answer");
  }

  @Test
  void aDecisionAboutAnotherStepMeansNothing() {
    SagaTrial<Trip> trial = trip();
    SagaState<Trip> before = trial.state();
    assertThat(trial.decide("approval", Reply.success()).state()).isEqualTo(before);
    assertThat(trial.decide("hotel", Reply.success()).state()).isEqualTo(before);
  }

  @Test
  void anOperatorResumesARefusedStepWithANewCommand() {
    SagaTrial<Trip> trial =
        trip().success().success().decide("approval", Reply.success()).success().refusal("no");
    UUID refused = trial.commandOf("mail.send");
    trial.operator(OperatorAction.RESUME);
    assertThat(trial.stand()).isEqualTo("RUNNING notify");
    assertThat(trial.pending()).isNotEqualTo(refused);
  }

  @Test
  void anOperatorResumesASilentStepWithTheSameCommand() {
    SagaTrial<Trip> trial =
        trip().success().success().decide("approval", Reply.success()).overdue().overdue();
    UUID silent = trial.pending();
    trial.operator(OperatorAction.RESUME);
    assertThat(trial.stand()).isEqualTo("RUNNING pay");
    assertThat(trial.pending()).isEqualTo(silent);
    assertThat(trial.state().attempt()).isEqualTo(1);
  }

  @Test
  void anOperatorSkipsAStepForwardsAndAnUndoBackwards() {
    SagaTrial<Trip> forwards =
        trip().success().success().decide("approval", Reply.success()).overdue().overdue();
    assertThat(forwards.operator(OperatorAction.SKIP).stand()).isEqualTo("RUNNING notify");
    SagaTrial<Trip> backwards = trip().success().refusal("full").refusal("no");
    assertThat(backwards.operator(OperatorAction.SKIP).stand()).isEqualTo("COMPENSATED");
  }

  @Test
  void anOperatorForcesCompensationPastThePivot() {
    SagaTrial<Trip> trial =
        trip().success().success().decide("approval", Reply.success()).overdue().overdue();
    trial.operator(OperatorAction.FORCE_COMPENSATE);
    assertThat(trial.stand()).isEqualTo("COMPENSATING flight");
    assertThat(trial.success().success().stand()).isEqualTo("COMPENSATED");
  }

  @Test
  void anOperatorActsOnParkedSagasOnly() {
    assertThatThrownBy(() -> trip().operator(OperatorAction.SKIP))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () ->
                trip()
                    .success()
                    .refusal("full")
                    .refusal("no")
                    .operator(OperatorAction.FORCE_COMPENSATE))
        .hasMessageContaining("compensates already");
  }
}
