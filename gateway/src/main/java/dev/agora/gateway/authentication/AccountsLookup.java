package dev.agora.gateway.authentication;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.agora.gateway.route.Target;
import dev.agora.gateway.route.TargetProperties;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks accounts-service: few questions at once, each for a short time, and none twice within a
 * moment.
 */
final class AccountsLookup implements CredentialLookup {

  private static final Logger log = LoggerFactory.getLogger(AccountsLookup.class);
  private static final int REMEMBERED_MAX = 10_000;

  private final URI accounts;
  private final HttpClient client;
  private final InternalTokens tokens;
  private final JsonMapper json;
  private final Duration within;
  private final Semaphore underWay;
  private final Cache<String, Optional<Credential>> remembered;

  AccountsLookup(
      TargetProperties targets,
      HttpClient client,
      InternalTokens tokens,
      JsonMapper json,
      CredentialProperties properties) {
    this.accounts = targets.of(Target.ACCOUNTS);
    this.client = client;
    this.tokens = tokens;
    this.json = json;
    this.within = properties.lookupWithin();
    this.underWay = new Semaphore(properties.lookupsMax());
    this.remembered =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED_MAX)
            .expireAfterWrite(properties.rememberFor())
            .build();
  }

  @Override
  public Mono<Optional<Credential>> find(String id) {
    Optional<Credential> known = remembered.getIfPresent(id);
    return known == null ? Mono.defer(() -> ask(id)) : Mono.just(known);
  }

  @Override
  public void forget(String id) {
    remembered.invalidate(id);
  }

  private Mono<Optional<Credential>> ask(String id) {
    if (!underWay.tryAcquire()) {
      return Mono.error(new CredentialsUnavailable("too many look-ups under way"));
    }
    return client
        .headers(
            headers ->
                headers
                    .set("Authorization", "Bearer " + tokens.of(Caller.GATEWAY, Target.ACCOUNTS))
                    .set("Accept", "application/json"))
        .get()
        .uri(accounts.resolve("/internal/credentials/" + id))
        .responseSingle(this::read)
        .timeout(within)
        .doOnNext(answer -> remembered.put(id, answer))
        .onErrorMap(this::unavailable)
        .doFinally(end -> underWay.release());
  }

  private Mono<Optional<Credential>> read(HttpClientResponse response, ByteBufMono body) {
    int status = response.status().code();
    return switch (status) {
      case 200 ->
          body.asByteArray()
              .map(bytes -> json.readValue(bytes, CredentialChanged.class).toCredential());
      case 404 -> Mono.just(Optional.empty());
      default -> Mono.error(new CredentialsUnavailable("accounts-service answered " + status));
    };
  }

  private Throwable unavailable(Throwable error) {
    if (error instanceof CredentialsUnavailable) {
      return error;
    }
    String reason = error instanceof JacksonException ? "unreadable answer" : String.valueOf(error);
    log.warn("accounts-service could not be asked for a credential: {}", reason);
    return new CredentialsUnavailable(reason);
  }
}
