package dev.agora.stripe.webhook;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Role;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Stores what Stripe sends and says 200; everything else happens afterwards. */
@RestController
class WebhookController {

  private final WebhookSignature signature;
  private final EventIntake intake;
  private final InstantSource clock;

  WebhookController(WebhookProperties properties, EventIntake intake, InstantSource clock) {
    this.signature = new WebhookSignature(properties.secret(), properties.tolerance());
    this.intake = intake;
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
    return intake.take(payload)
        ? ResponseEntity.ok().build()
        : Problems.answer(Problem.of(WebhookProblem.WEBHOOK_INVALID, "The body is not an event."));
  }
}
