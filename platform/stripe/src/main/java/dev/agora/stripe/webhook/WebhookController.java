package dev.agora.stripe.webhook;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Role;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.stripe.StripeCalls;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Stores what Stripe sends and says 200; everything else happens afterwards. */
@RestController
class WebhookController {

  private static final Logger log = LoggerFactory.getLogger(WebhookController.class);

  private final WebhookSignature signature;
  private final boolean live;
  private final StripeEvents events;
  private final EventWorker worker;
  private final InstantSource clock;

  WebhookController(
      WebhookProperties properties,
      StripeCalls stripe,
      StripeEvents events,
      EventWorker worker,
      InstantSource clock) {
    this.signature = new WebhookSignature(properties.secret(), properties.tolerance());
    this.live = stripe.isLive();
    this.events = events;
    this.worker = worker;
    this.clock = clock;
  }

  @PostMapping("${agora.stripe.webhook.path}")
  @AllowedTo(Role.ANONYMOUS)
  ResponseEntity<?> receive(
      HttpServletRequest request,
      @RequestHeader(name = "Stripe-Signature", required = false) @Nullable String header)
      throws IOException {
    // Bounded by the filter that bounds every body.
    byte[] body = request.getInputStream().readAllBytes();
    if (!signature.isValid(body, header, clock.instant())) {
      return Problems.answer(
          Problem.of(
              WebhookProblem.WEBHOOK_INVALID, "The signature does not fit, or is not of now."));
    }
    String payload = new String(body, StandardCharsets.UTF_8);
    Optional<StripeEvent> event = EventReader.read(payload);
    if (event.isEmpty()) {
      return Problems.answer(
          Problem.of(WebhookProblem.WEBHOOK_INVALID, "The body is not an event."));
    }
    accept(event.get(), payload);
    return ResponseEntity.ok().build();
  }

  private void accept(StripeEvent event, String payload) {
    if (event.live() != live) {
      // A Connect endpoint may get events of both worlds; those of the other one are not ours.
      log.warn("ignored event {} {}: livemode is {}", event.id(), event.type(), event.live());
      return;
    }
    events.store(event, payload);
    worker.wake();
  }
}
