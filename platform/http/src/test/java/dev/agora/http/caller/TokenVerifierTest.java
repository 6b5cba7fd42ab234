package dev.agora.http.caller;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.agora.http.caller.Verification.Refused;
import dev.agora.http.caller.Verification.Undecided;
import dev.agora.http.caller.Verification.Verified;
import dev.agora.support.TestGateway;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {

  private static final TestGateway GATEWAY = TestGateway.start();
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

  private Instant now = NOW;
  private final TokenVerifier verifier = verifier(GATEWAY.jwksUrl());

  @AfterAll
  static void stopGateway() {
    GATEWAY.close();
  }

  @Test
  void the_gateways_word_names_the_caller() {
    assertThat(verifier.verify(GATEWAY.sign(claims().build())))
        .isEqualTo(
            new Verified(
                new Caller("agt_1", Set.of(Role.AGENT), Set.of(Scope.CREDITS_SPEND)),
                NOW.plusSeconds(60)));
  }

  @Test
  void it_says_when_a_human_last_showed_a_password_or_a_passkey() {
    String token = GATEWAY.sign(claims().claim("auth_time", NOW.getEpochSecond()).build());

    assertThat(verifier.verify(token))
        .isInstanceOfSatisfying(
            Verified.class,
            verified -> assertThat(verified.caller().authenticatedAt()).isEqualTo(NOW));
  }

  @Test
  void it_says_which_service_calls_in_the_callers_name() {
    String token = GATEWAY.sign(claims().claim("act", Map.of("sub", "payout")).build());

    assertThat(verifier.verify(token))
        .isInstanceOfSatisfying(
            Verified.class, verified -> assertThat(verified.caller().actor()).isEqualTo("payout"));
  }

  @Test
  void a_delegation_that_names_no_service_is_refused() {
    assertRefused(claims -> claims.claim("act", Map.of()));
    assertRefused(claims -> claims.claim("act", Map.of("sub", " ")));
    assertRefused(claims -> claims.claim("act", Map.of("sub", 1)));
    assertRefused(claims -> claims.claim("act", "payout"));
  }

  @Test
  void roles_and_scopes_of_a_newer_release_are_left_out() {
    String token =
        GATEWAY.sign(
            claims()
                .claim("roles", List.of("AGENT", "WIZARD"))
                .claim("scopes", List.of("magic"))
                .build());

    assertThat(verifier.verify(token))
        .isInstanceOfSatisfying(
            Verified.class,
            verified ->
                assertThat(verified.caller())
                    .isEqualTo(new Caller("agt_1", Set.of(Role.AGENT), Set.of())));
  }

  @Test
  void an_unsigned_token_is_refused() {
    assertRefused(new PlainJWT(claims().build()).serialize());
  }

  @Test
  void a_token_signed_with_the_public_key_as_a_secret_is_refused() throws JOSEException {
    byte[] secret = GATEWAY.key().toECPublicKey().getEncoded();
    assertRefused(sign(JWSAlgorithm.HS256, GATEWAY.key().getKeyID(), new MACSigner(secret)));
  }

  @Test
  void a_key_of_another_curve_is_refused() throws JOSEException {
    ECKey other = new ECKeyGenerator(Curve.P_384).generate();
    assertRefused(sign(JWSAlgorithm.ES384, GATEWAY.key().getKeyID(), new ECDSASigner(other)));
  }

  @Test
  void another_key_under_the_gateways_key_id_is_refused() throws JOSEException {
    ECKey other = new ECKeyGenerator(Curve.P_256).generate();
    assertRefused(sign(JWSAlgorithm.ES256, GATEWAY.key().getKeyID(), new ECDSASigner(other)));
  }

  @Test
  void an_unknown_key_id_is_refused() throws JOSEException {
    assertRefused(sign(JWSAlgorithm.ES256, "someone", new ECDSASigner(GATEWAY.key())));
  }

  @Test
  void no_key_id_is_refused() throws JOSEException {
    assertRefused(sign(JWSAlgorithm.ES256, null, new ECDSASigner(GATEWAY.key())));
  }

  @Test
  void another_issuer_is_refused() {
    assertRefused(claims -> claims.issuer("somebody"));
  }

  @Test
  void another_audience_is_refused() {
    assertRefused(claims -> claims.audience("billing"));
    assertRefused(claims -> claims.audience(List.of("ledger", "billing")));
    assertRefused(claims -> claims.audience(List.of()));
  }

  @Test
  void a_token_that_names_nobody_is_refused() {
    assertRefused(claims -> claims.subject(null));
    assertRefused(claims -> claims.subject(" "));
    assertRefused(claims -> claims.claim("roles", List.of()));
    assertRefused(claims -> claims.claim("roles", null));
    assertRefused(claims -> claims.claim("roles", "AGENT"));
    assertRefused(claims -> claims.claim("roles", List.of("agent")));
  }

  @Test
  void a_token_without_end_or_beyond_a_minute_is_refused() {
    assertRefused(claims -> claims.expirationTime(null));
    assertRefused(claims -> claims.expirationTime(Date.from(NOW.plusSeconds(66))));
  }

  @Test
  void a_token_of_the_future_is_refused() {
    assertRefused(claims -> claims.notBeforeTime(Date.from(NOW.plusSeconds(6))));
  }

  @Test
  void two_clocks_may_differ_by_five_seconds() {
    assertThat(at(-5)).isInstanceOf(Verified.class);
    assertRefused(claims -> claims.expirationTime(Date.from(NOW.minusSeconds(6))));
  }

  @Test
  void a_verified_token_is_remembered_only_until_it_expires() {
    String token = GATEWAY.sign(claims().build());
    assertThat(verifier.verify(token)).isInstanceOf(Verified.class);

    now = NOW.plusSeconds(66);
    assertThat(verifier.verify(token)).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a.b.c", "eyJhbGciOiJFUzI1NiJ9..", "{}", "null"})
  void what_is_no_token_is_refused(String text) {
    assertRefused(text);
  }

  @Test
  void a_changed_token_is_refused() {
    String token = GATEWAY.sign(claims().build());
    String[] parts = token.split("\\.", -1);
    String other = GATEWAY.sign(claims().subject("agt_2").build()).split("\\.", -1)[1];

    assertRefused(parts[0] + "." + other + "." + parts[2]);
  }

  @Test
  void without_the_gateways_keys_nobody_can_tell() {
    TokenVerifier alone = verifier("http://127.0.0.1:1/jwks");

    assertThat(alone.verify(GATEWAY.sign(claims().build()))).isInstanceOf(Undecided.class);
  }

  @Test
  void a_gateway_that_starts_again_with_a_new_key_is_believed() {
    try (TestGateway restarted = TestGateway.start()) {
      TokenVerifier other = verifier(restarted.jwksUrl());

      assertThat(other.verify(GATEWAY.sign(claims().build()))).isInstanceOf(Refused.class);
      assertThat(other.verify(restarted.sign(claims().build()))).isInstanceOf(Verified.class);
    }
  }

  private Verification at(long expiresInSeconds) {
    return verifier.verify(
        GATEWAY.sign(
            claims().expirationTime(Date.from(NOW.plusSeconds(expiresInSeconds))).build()));
  }

  private void assertRefused(UnaryOperator<JWTClaimsSet.Builder> change) {
    assertRefused(GATEWAY.sign(change.apply(claims()).build()));
  }

  private void assertRefused(String token) {
    assertThat(verifier.verify(token)).isInstanceOf(Refused.class);
  }

  private TokenVerifier verifier(String jwksUrl) {
    CallerProperties properties =
        new CallerProperties(
            URI.create(jwksUrl),
            "ledger",
            "agora-gateway",
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            Duration.ofMinutes(5),
            Duration.ofSeconds(1),
            Duration.ofMillis(1),
            100,
            Duration.ofMinutes(5));
    return new TokenVerifier(properties, new GatewayKeys(properties), () -> now);
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer("agora-gateway")
        .audience("ledger")
        .subject("agt_1")
        .claim("roles", List.of("AGENT"))
        .claim("scopes", List.of("credits:spend"))
        .expirationTime(Date.from(NOW.plusSeconds(60)));
  }

  private static String sign(JWSAlgorithm algorithm, @Nullable String keyId, JWSSigner signer)
      throws JOSEException {
    SignedJWT jwt =
        new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims().build());
    jwt.sign(signer);
    return jwt.serialize();
  }
}
