package dev.agora.accounts.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.agora.accounts.human.HumanId;
import dev.agora.accounts.webhook.WebhookUrl.Parsed.Good;
import dev.agora.accounts.webhook.WebhookUrl.Parsed.Wrong;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where a human's program hears of alerts. */
@RestController
class WebhookController {

  private static final String PATH = "/api/v1/alerts/webhook";

  private final JdbcWebhooks webhooks;
  private final SetWebhook setWebhook;
  private final WebhookSecrets secrets;
  private final CheckUrl checkUrl;

  WebhookController(
      JdbcWebhooks webhooks, SetWebhook setWebhook, WebhookSecrets secrets, CheckUrl checkUrl) {
    this.webhooks = webhooks;
    this.setWebhook = setWebhook;
    this.secrets = secrets;
    this.checkUrl = checkUrl;
  }

  record WebhookRequest(@NotNull String url) {}

  /**
   * A webhook.
   *
   * @param secret that its calls are signed with; in the answer to its setting only
   * @param failing left out while the program takes its calls
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record WebhookResponse(
      String url, Instant createdAt, @Nullable String secret, @Nullable FailingResponse failing) {

    static WebhookResponse of(Webhook webhook, @Nullable String secret) {
      return new WebhookResponse(
          webhook.url().uri().toString(),
          webhook.createdAt(),
          secret,
          FailingResponse.of(webhook.failing()));
    }

    /** Never the secret. */
    @Override
    public String toString() {
      return "webhook";
    }
  }

  /**
   * That a program takes no calls.
   *
   * @param since the first call that it did not take
   * @param lastAt the latest one
   * @param lastFailure what came of that, in words
   */
  record FailingResponse(Instant since, Instant lastAt, String lastFailure) {

    static @Nullable FailingResponse of(Webhook.@Nullable Failing failing) {
      return failing == null
          ? null
          : new FailingResponse(failing.since(), failing.lastAt(), failing.lastFailure());
    }
  }

  @GetMapping(PATH)
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> show(Caller caller) {
    return answer(
        webhooks.find(new HumanId(caller.id())).map(found -> WebhookResponse.of(found, null)));
  }

  @PutMapping(PATH)
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> set(Caller caller, @Valid @RequestBody WebhookRequest request) {
    HumanId human = new HumanId(caller.id());
    return switch (checkUrl.check(request.url())) {
      case Good(WebhookUrl url) ->
          answer(
              setWebhook
                  .set(human, url)
                  .map(webhook -> WebhookResponse.of(webhook, secrets.of(human, webhook))));
      case Wrong(String why) ->
          Problems.answer(
              Problem.of(CommonProblem.INVALID_REQUEST, "The webhook was not set.")
                  .at("/url", why));
    };
  }

  @DeleteMapping(PATH)
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> remove(Caller caller) {
    return setWebhook.remove(new HumanId(caller.id()))
        ? ResponseEntity.noContent().build()
        : answer(Optional.empty());
  }

  private static ResponseEntity<?> answer(Optional<WebhookResponse> webhook) {
    return webhook
        .<ResponseEntity<?>>map(ResponseEntity::ok)
        .orElseGet(
            () -> Problems.answer(Problem.of(CommonProblem.NOT_FOUND, "You have set no webhook.")));
  }
}
