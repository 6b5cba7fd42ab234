package dev.agora.gateway.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.gateway.authentication.Authentication.Admitted;
import dev.agora.gateway.authentication.Authentication.Refused;
import dev.agora.gateway.authentication.Authentication.Unknown;
import dev.agora.gateway.authentication.CredentialVectors.Vector;
import dev.agora.gateway.problem.GatewayProblem;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class AuthenticatorTest {

  private final CredentialVectors agreed = CredentialVectors.read();
  private final Vector vector = agreed.vectors().getFirst();
  private @Nullable InetAddress from = InetAddress.ofLiteral("192.0.2.7");
  private List<String> ranges = List.of();
  private final ManualClock clock = new ManualClock();
  private final CredentialTable table = new CredentialTable(clock, Duration.ofSeconds(5));
  private final RecordingLookup lookup = new RecordingLookup();
  private final Authenticator authenticator =
      new Authenticator(table, lookup, new CredentialHash(agreed.pepper()), clock);

  @Test
  void admitsAKeyOfTheTableWithoutAskingAnybody() {
    table.caughtUp();
    table.apply(credential(false, null));

    assertThat(authenticate(vector.text())).isEqualTo(new Admitted(caller()));
    assertThat(lookup.asked).isEmpty();
  }

  @Test
  void refusesABrokenTextWithoutAskingAnybody() {
    assertThat(problemOf(authenticate(vector.text() + "x")))
        .isEqualTo(GatewayProblem.INVALID_CREDENTIAL);
    assertThat(lookup.asked).isEmpty();
  }

  @Test
  void refusesAnotherSecretOfAKnownId() {
    table.caughtUp();
    table.apply(credential(false, null, agreed.vectors().getLast().hash()));

    assertThat(problemOf(authenticate(vector.text()))).isEqualTo(GatewayProblem.INVALID_CREDENTIAL);
  }

  @Test
  void refusesARevokedKey() {
    table.caughtUp();
    table.apply(credential(true, null));

    assertThat(problemOf(authenticate(vector.text()))).isEqualTo(GatewayProblem.REVOKED_CREDENTIAL);
  }

  @Test
  void refusesAnExpiredKeyFromTheMomentItExpires() {
    table.caughtUp();
    table.apply(credential(false, clock.instant().plusSeconds(2)));

    clock.advance(Duration.ofSeconds(1));
    assertThat(authenticate(vector.text())).isInstanceOf(Admitted.class);
    clock.advance(Duration.ofSeconds(1));
    assertThat(problemOf(authenticate(vector.text()))).isEqualTo(GatewayProblem.EXPIRED_CREDENTIAL);
  }

  @Test
  void asksForAKeyThatTheTableDoesNotHoldYetAndRemembersIt() {
    table.caughtUp();
    lookup.known.put(vector.id(), credential(false, null));

    assertThat(authenticate(vector.text())).isInstanceOf(Admitted.class);
    assertThat(authenticate(vector.text())).isInstanceOf(Admitted.class);
    assertThat(lookup.asked).containsExactly(vector.id());
  }

  @Test
  void doesNotTrustAStaleTable() {
    table.caughtUp();
    table.apply(credential(false, null));
    clock.advance(Duration.ofSeconds(6));
    lookup.known.put(vector.id(), credential(true, null));

    assertThat(problemOf(authenticate(vector.text()))).isEqualTo(GatewayProblem.REVOKED_CREDENTIAL);
  }

  @Test
  void saysNothingAboutAKeyWhenNobodyCanTell() {
    lookup.isDown = true;

    assertThat(authenticate(vector.text())).isEqualTo(new Unknown());
  }

  @Test
  void refusesAKeyFromOutsideOfItsRanges() {
    table.caughtUp();
    ranges = List.of("192.0.2.0/24", "2001:db8::/32");
    table.apply(credential(false, null));

    assertThat(authenticate(vector.text())).isInstanceOf(Admitted.class);
    from = InetAddress.ofLiteral("192.0.3.7");
    assertThat(problemOf(authenticate(vector.text())))
        .isEqualTo(GatewayProblem.ADDRESS_NOT_ALLOWED);
    from = null;
    assertThat(problemOf(authenticate(vector.text())))
        .isEqualTo(GatewayProblem.ADDRESS_NOT_ALLOWED);
  }

  private Authentication authenticate(String text) {
    return Objects.requireNonNull(authenticator.authenticate(text, from).block());
  }

  private static GatewayProblem problemOf(Authentication authentication) {
    assertThat(authentication).isInstanceOf(Refused.class);
    return ((Refused) authentication).problem();
  }

  private Caller caller() {
    return new Caller("agt_1", List.of("AGENT"), List.of("convert"), vector.id());
  }

  private Credential credential(boolean revoked, @Nullable Instant expiresAt) {
    return credential(revoked, expiresAt, vector.hash());
  }

  private Credential credential(boolean revoked, @Nullable Instant expiresAt, String hash) {
    return new Credential(
        vector.id(),
        CredentialKind.KEY,
        Base64.getUrlDecoder().decode(hash),
        caller(),
        expiresAt,
        revoked,
        revoked ? 2 : 1,
        ranges);
  }

  /** Knows what it was given and keeps what it was asked. */
  private static final class RecordingLookup implements CredentialLookup {

    private final Map<String, Credential> known = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private boolean isDown;

    @Override
    public Mono<Optional<Credential>> find(String id) {
      asked.add(id);
      return isDown
          ? Mono.error(new CredentialsUnavailable("down"))
          : Mono.just(Optional.ofNullable(known.get(id)));
    }
  }
}
