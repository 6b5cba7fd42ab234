package dev.agora.stripe.webhook;

import dev.agora.stripe.StripeCalls;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes events in, whoever brings them: Stripe at the door, or a look at Stripe's list. */
public final class EventIntake {

  private static final Logger log = LoggerFactory.getLogger(EventIntake.class);

  private final boolean live;
  private final StripeEvents events;
  private final StripeEventHandler handler;
  private final EventWorker worker;

  EventIntake(
      StripeCalls stripe, StripeEvents events, StripeEventHandler handler, EventWorker worker) {
    this.live = stripe.isLive();
    this.events = events;
    this.handler = handler;
    this.worker = worker;
  }

  /**
   * Stores an event, to be handled at once; one that is here already stays as it is, and one of a
   * type that nobody looks at is not kept.
   *
   * @param payload the event's JSON
   * @return false if the text is no event
   */
  public boolean take(String payload) {
    Optional<StripeEvent> event = EventReader.read(payload);
    event.ifPresent(read -> take(read, payload));
    return event.isPresent();
  }

  private void take(StripeEvent event, String payload) {
    if (event.live() != live) {
      // A Connect endpoint may get events of both worlds; those of the other one are not ours.
      log.warn("ignored event {} {}: livemode is {}", event.id(), event.type(), event.live());
      return;
    }
    if (!handler.heeds(event.type())) {
      return;
    }
    events.store(event, payload);
    worker.wake();
  }
}
