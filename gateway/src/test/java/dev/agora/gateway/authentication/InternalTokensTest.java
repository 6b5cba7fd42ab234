package dev.agora.gateway.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.agora.gateway.route.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InternalTokensTest {

  private static final Caller AGENT =
      new Caller("agt_1", List.of("AGENT"), List.of("credits:read"), "0123456789ab");

  private final ManualClock clock = new ManualClock();
  private final SigningKey key = SigningKey.of(null);
  private final InternalTokens tokens =
      new InternalTokens(
          key, new TokenProperties(null, Duration.ofSeconds(60), Duration.ofSeconds(20)), clock);

  @Test
  void saysWhoCallsForOneServiceAndAMinute() throws Exception {
    SignedJWT token = SignedJWT.parse(tokens.of(AGENT, Target.LEDGER));

    JWTClaimsSet claims = token.getJWTClaimsSet();
    assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
    assertThat(claims.getIssuer()).isEqualTo("agora-gateway");
    assertThat(claims.getAudience()).containsExactly("ledger");
    assertThat(claims.getSubject()).isEqualTo("agt_1");
    assertThat(claims.getStringListClaim("roles")).containsExactly("AGENT");
    assertThat(claims.getStringListClaim("scopes")).containsExactly("credits:read");
    assertThat(claims.getStringClaim("cid")).isEqualTo("0123456789ab");
    assertThat(claims.getExpirationTime().toInstant()).isEqualTo(clock.instant().plusSeconds(60));
  }

  @Test
  void thePublishedKeyVerifiesIt() throws Exception {
    JWKSet published = JWKSet.parse(key.publicKeys());
    SignedJWT token = SignedJWT.parse(tokens.of(AGENT, Target.LEDGER));

    assertThat(published.containsNonPublicKeys()).isFalse();
    assertThat(
            token.verify(
                new ECDSAVerifier(published.getKeyByKeyId(token.getHeader().getKeyID()).toECKey())))
        .isTrue();
  }

  @Test
  void isUsedAgainWhileItHasEnoughLifeLeft() {
    String first = tokens.of(AGENT, Target.LEDGER);

    clock.advance(Duration.ofSeconds(40));
    assertThat(tokens.of(AGENT, Target.LEDGER)).isEqualTo(first);
    clock.advance(Duration.ofSeconds(1));
    assertThat(tokens.of(AGENT, Target.LEDGER)).isNotEqualTo(first);
  }

  @Test
  void isAnotherOneForAnotherServiceOrWithOtherScopes() {
    Caller fewerScopes = new Caller("agt_1", List.of("AGENT"), List.of(), "0123456789ab");

    assertThat(tokens.of(AGENT, Target.LEDGER))
        .isNotEqualTo(tokens.of(AGENT, Target.BILLING))
        .isNotEqualTo(tokens.of(fewerScopes, Target.LEDGER));
  }

  @Test
  void aDelegatedOneNamesTheServiceThatAsksAndIsKeptApart() throws Exception {
    String own = tokens.of(AGENT, Target.LEDGER);
    String delegated = tokens.delegated(AGENT, Target.PAYOUT, Target.LEDGER);

    JWTClaimsSet claims = SignedJWT.parse(delegated).getJWTClaimsSet();
    assertThat(claims.getAudience()).containsExactly("ledger");
    assertThat(claims.getSubject()).isEqualTo("agt_1");
    assertThat(claims.getStringListClaim("scopes")).containsExactly("credits:read");
    assertThat(claims.getJSONObjectClaim("act")).isEqualTo(Map.of("sub", "payout"));
    assertThat(SignedJWT.parse(own).getJWTClaimsSet().getClaims()).doesNotContainKey("act");
    assertThat(tokens.of(AGENT, Target.LEDGER)).isEqualTo(own);
    assertThat(tokens.delegated(AGENT, Target.PAYOUT, Target.LEDGER)).isEqualTo(delegated);
  }

  @Test
  void saysWhenAHumanLastShowedAPasswordAndIsAnotherOneAfterwards() throws Exception {
    Instant signedIn = Instant.parse("2026-11-22T08:00:00.123Z");

    String first = tokens.of(humanSince(signedIn), Target.PAYOUT);
    String second = tokens.of(humanSince(signedIn.plusSeconds(400)), Target.PAYOUT);

    assertThat(SignedJWT.parse(first).getJWTClaimsSet().getLongClaim("auth_time"))
        .isEqualTo(signedIn.getEpochSecond());
    assertThat(second).isNotEqualTo(first);
    assertThat(SignedJWT.parse(tokens.of(AGENT, Target.PAYOUT)).getJWTClaimsSet().getClaims())
        .doesNotContainKey("auth_time");
  }

  private static Caller humanSince(Instant authenticatedAt) {
    return new Caller("hum_1", List.of("HUMAN"), List.of(), "0123456789ab", authenticatedAt);
  }

  @Test
  void aConfiguredKeyIsUsedAndABadOneNeverQuoted() {
    String jwk = key.key().toJSONString();

    assertThat(SigningKey.of(jwk).publicKeys()).isEqualTo(key.publicKeys());
    assertThatThrownBy(() -> SigningKey.of("{\"d\":\"secret\"}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> SigningKey.of(key.key().toPublicJWK().toJSONString()))
        .hasMessageContaining("signing-key");
    assertThat(SigningKey.of(jwk).toString()).doesNotContain(key.key().getD().toString());
  }
}
