package dev.agora.messaging.saga;

import static dev.agora.messaging.saga.SagaDefinition.saga;

import java.time.Duration;

/** A saga with every kind of step, for the tests of the rules. */
final class TripSaga {

  /** What the saga keeps. */
  record Trip(String id, String ticket) {
    Trip withTicket(String number) {
      return new Trip(id, number);
    }
  }

  /** What it sends. */
  record Ask(String trip, String ticket) {}

  static final SagaDefinition<Trip> TRIP =
      saga("trip", 1, Trip.class)
          .compensatable("hotel")
          .command(command("hotel.book"), TripSaga::ask)
          .undo(command("hotel.cancel"), TripSaga::ask)
          .attempts(2)
          .compensatable("flight")
          .command(command("flight.book"), TripSaga::ask)
          .undo(command("flight.cancel"), TripSaga::ask)
          .attempts(2)
          .onReply((trip, reply) -> reply.isSuccess() ? trip.withTicket("t-1") : trip)
          .pivot("approval")
          .awaiting(Duration.ofHours(1))
          .retriable("pay")
          .command(command("bank.pay"), TripSaga::ask)
          .attempts(2)
          .ifRefused("invoice")
          .retriable("notify")
          .command(command("mail.send"), TripSaga::ask)
          .attempts(2)
          .alternative("invoice")
          .command(command("bank.invoice"), TripSaga::ask)
          .attempts(2)
          .alternative("remind")
          .command(command("mail.remind"), TripSaga::ask)
          .attempts(2)
          .build();

  private TripSaga() {}

  static CommandType<Ask> command(String name) {
    return new CommandType<>(
        name.replaceAll("\\..*", ".commands.v1"), name, 1, Ask.class, Ask::trip);
  }

  static Ask ask(Trip trip) {
    return new Ask(trip.id(), trip.ticket());
  }
}
