package dev.agora.accounts.webhook;

import dev.agora.accounts.human.HumanId;
import dev.agora.accounts.webhook.CallResult.Nobody;
import dev.agora.accounts.webhook.CallResult.NotTaken;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.stereotype.Service;

/** Tells a human's program something. Takes as long as the program does, up to a bound. */
@Service
public class CallWebhook {

  private final JdbcWebhooks webhooks;
  private final WebhookSecrets secrets;
  private final CheckUrl checkUrl;
  private final SendCall sendCall;
  private final Clock clock;

  CallWebhook(
      JdbcWebhooks webhooks,
      WebhookSecrets secrets,
      CheckUrl checkUrl,
      WebhookProperties properties,
      SSLSocketFactory tls,
      Clock clock) {
    this.webhooks = webhooks;
    this.secrets = secrets;
    this.checkUrl = checkUrl;
    this.sendCall = new SendCall(tls, properties.connectWithin(), properties.answerWithin());
    this.clock = clock;
  }

  /**
   * Calls the program that the human has set.
   *
   * @param id of the news, by which the program knows a repetition
   * @param body JSON
   */
  public CallResult call(HumanId human, String id, byte[] body) {
    Optional<Webhook> webhook = webhooks.find(human);
    if (webhook.isEmpty()) {
      return new Nobody();
    }
    CallResult result = call(human, webhook.get(), id, body);
    note(human, webhook.get(), result);
    return result;
  }

  private CallResult call(HumanId human, Webhook webhook, String id, byte[] body) {
    List<InetAddress> addresses = checkUrl.addresses(webhook.url());
    if (addresses.isEmpty()) {
      return new NotTaken("the name leads nowhere, or into a private network");
    }
    String signature =
        WebhookSecrets.signature(
            secrets.of(human, webhook), clock.instant().getEpochSecond(), body);
    return sendCall.send(new WebhookCall(webhook.url(), id, signature, body), addresses.getFirst());
  }

  /** Keeps in mind since when the program takes nothing, for its owner. */
  private void note(HumanId human, Webhook called, CallResult result) {
    if (result instanceof NotTaken(String words)) {
      webhooks.notTaken(human, called, words, clock.instant());
    } else if (called.failing() != null) {
      webhooks.taken(human, called);
    }
  }
}
