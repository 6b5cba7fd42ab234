package dev.agora.gateway.authentication;

import dev.agora.gateway.authentication.Authentication.Admitted;
import dev.agora.gateway.authentication.Authentication.Refused;
import dev.agora.gateway.authentication.Authentication.Unknown;
import dev.agora.gateway.problem.GatewayProblem;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Decides whether a credential is good: from the table while it is current, else by asking. */
final class Authenticator {

  private static final Refused INVALID =
      new Refused(
          GatewayProblem.INVALID_CREDENTIAL,
          "The Authorization header holds no API key or session that is known here.");

  private final CredentialTable table;
  private final CredentialLookup lookup;
  private final CredentialHash hash;
  private final Clock clock;

  Authenticator(CredentialTable table, CredentialLookup lookup, CredentialHash hash, Clock clock) {
    this.table = table;
    this.lookup = lookup;
    this.hash = hash;
    this.clock = clock;
  }

  /** Judges a credential as it was sent, from that address. */
  Mono<Authentication> authenticate(String text, @Nullable InetAddress from) {
    Optional<CredentialText> parsed = CredentialText.parse(text);
    if (parsed.isEmpty()) {
      return Mono.just(INVALID);
    }
    CredentialText sent = parsed.get();
    if (table.isCurrent()) {
      Optional<Credential> known = table.find(sent.id());
      if (known.isPresent()) {
        return Mono.just(judge(sent, from, known.get()));
      }
    }
    return lookup
        .find(sent.id())
        .map(found -> found.map(credential -> learn(sent, from, credential)).orElse(INVALID))
        .onErrorResume(CredentialsUnavailable.class, unavailable -> Mono.just(new Unknown()));
  }

  /** Asks for the credential when it next comes. */
  void forget(String id) {
    lookup.forget(id);
    table.forget(id);
  }

  /** An answer goes into the table: later changes of that credential come with the topic. */
  private Authentication learn(CredentialText sent, @Nullable InetAddress from, Credential found) {
    table.apply(found);
    return judge(sent, from, found);
  }

  private Authentication judge(CredentialText sent, @Nullable InetAddress from, Credential known) {
    if (!hash.matches(sent, known.hash()) || known.kind() != sent.kind()) {
      return INVALID;
    }
    if (known.revoked()) {
      return new Refused(GatewayProblem.REVOKED_CREDENTIAL, "This credential was revoked.");
    }
    if (known.hasExpired(clock.instant())) {
      return new Refused(
          GatewayProblem.EXPIRED_CREDENTIAL,
          "This credential expired at " + known.expiresAt() + ".");
    }
    if (!known.isUsableFrom(from)) {
      return new Refused(
          GatewayProblem.ADDRESS_NOT_ALLOWED,
          "The agent's owner has bound this key to other addresses than yours.");
    }
    return new Admitted(known.caller());
  }
}
