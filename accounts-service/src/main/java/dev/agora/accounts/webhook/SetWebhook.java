package dev.agora.accounts.webhook;

import dev.agora.accounts.human.HumanId;
import dev.agora.accounts.human.JdbcHumans;
import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets where a human's program hears of news, each time with a new secret, and takes it back. */
@Service
@Transactional
class SetWebhook {

  private static final int NONCE_BYTES = 16;

  private final JdbcWebhooks webhooks;
  private final JdbcHumans humans;
  private final SecureRandom random;
  private final AuditLog audit;
  private final Clock clock;

  SetWebhook(
      JdbcWebhooks webhooks, JdbcHumans humans, SecureRandom random, AuditLog audit, Clock clock) {
    this.webhooks = webhooks;
    this.humans = humans;
    this.random = random;
    this.audit = audit;
    this.clock = clock;
  }

  /** Empty if the human is gone. */
  Optional<Webhook> set(HumanId human, WebhookUrl url) {
    return humans
        .lock(human)
        .map(
            here -> {
              byte[] nonce = new byte[NONCE_BYTES];
              random.nextBytes(nonce);
              Webhook webhook =
                  new Webhook(
                      url,
                      HexFormat.of().formatHex(nonce),
                      clock.instant().truncatedTo(ChronoUnit.MICROS),
                      null);
              webhooks.put(human, webhook);
              audit.record(
                  Deed.ofActor(Act.WEBHOOK_SET, human.value())
                      .changing(Map.of(), Map.of("host", url.host())));
              return webhook;
            });
  }

  /** False if there is none. */
  boolean remove(HumanId human) {
    boolean removed = webhooks.remove(human);
    if (removed) {
      audit.record(Deed.ofActor(Act.WEBHOOK_REMOVED, human.value()));
    }
    return removed;
  }
}
