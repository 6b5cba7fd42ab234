package dev.agora.gateway.authentication;

import dev.agora.gateway.authentication.CredentialUses.Use;
import dev.agora.gateway.route.Target;
import dev.agora.gateway.route.TargetProperties;
import io.netty.buffer.Unpooled;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells accounts-service now and then which credentials were used: it ends the sessions that were
 * not, and shows owners when a key last was. What can not be told is told later.
 */
final class UseReport implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(UseReport.class);
  private static final int AT_ONCE_MAX = 1_000;

  private final CredentialUses uses;
  private final URI address;
  private final HttpClient client;
  private final InternalTokens tokens;
  private final JsonMapper json;
  private final CredentialProperties properties;
  private volatile @Nullable ScheduledExecutorService executor;

  UseReport(
      CredentialUses uses,
      TargetProperties targets,
      HttpClient client,
      InternalTokens tokens,
      JsonMapper json,
      CredentialProperties properties) {
    this.uses = uses;
    this.address = targets.of(Target.ACCOUNTS).resolve("/internal/credentials/uses");
    this.client = client;
    this.tokens = tokens;
    this.json = json;
    this.properties = properties;
  }

  /** The message {@code accounts.credential-uses}. */
  record Report(List<Use> uses) {}

  @Override
  public void start() {
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("use-report").factory());
    long millis = properties.reportEvery().toMillis();
    var _ = started.scheduleWithFixedDelay(this::report, millis, millis, TimeUnit.MILLISECONDS);
    executor = started;
  }

  /** Reports once more what a drained gateway has seen. */
  @Override
  public void stop() {
    ScheduledExecutorService stopping = executor;
    executor = null;
    if (stopping != null) {
      stopping.shutdownNow();
      report();
    }
  }

  @Override
  public boolean isRunning() {
    return executor != null;
  }

  private void report() {
    List<Use> next = uses.take(AT_ONCE_MAX);
    while (!next.isEmpty()) {
      if (!isTold(next)) {
        uses.putBack(next);
        return;
      }
      next = uses.take(AT_ONCE_MAX);
    }
  }

  private boolean isTold(List<Use> some) {
    byte[] body = json.writeValueAsBytes(new Report(some));
    String token = "Bearer " + tokens.of(Caller.GATEWAY, Target.ACCOUNTS);
    Duration within = properties.lookupWithin();
    Boolean told =
        client
            .headers(
                headers ->
                    headers
                        .set("Authorization", token)
                        .set("Content-Type", "application/json")
                        .set("Content-Length", body.length))
            .post()
            .uri(address)
            .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
            .response()
            .map(response -> response.status().code() == 204)
            .timeout(within)
            .onErrorResume(
                error -> {
                  log.warn("accounts-service does not hear of uses: {}", error.toString());
                  return Mono.just(false);
                })
            .block(within.multipliedBy(2));
    return Boolean.TRUE.equals(told);
  }
}
