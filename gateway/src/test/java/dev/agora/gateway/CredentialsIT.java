package dev.agora.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.agora.support.Contracts;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who is admitted, as whom, and for how long. */
class CredentialsIT extends RunningGateway {

  @Test
  void aPublishedKeyIsPassedOnAsATokenThatThePublishedKeyVerifies() throws Exception {
    HttpResponse<String> answer = awaitAdmitted(publishedKey());

    assertThat(answer.body()).isEqualTo("{\"stub\":true}");
    SignedJWT token = lastToken();
    JWKSet jwks = JWKSet.parse(get(managementPort, "/jwks").body());
    assertThat(
            token.verify(
                new ECDSAVerifier(jwks.getKeyByKeyId(token.getHeader().getKeyID()).toECKey())))
        .isTrue();
    assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo(AGENT);
    assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("ledger");
    assertThat(token.getJWTClaimsSet().getStringListClaim("scopes"))
        .containsExactly("credits:read");
  }

  @Test
  void nobodyInParticularIsAnonymous() throws Exception {
    assertThat(get(port, "/api/v1/billing/packages").statusCode()).isEqualTo(200);

    assertThat(lastToken().getJWTClaimsSet().getSubject()).isEqualTo("anonymous");
    assertThat(lastToken().getJWTClaimsSet().getStringListClaim("roles"))
        .containsExactly("ANONYMOUS");
  }

  @Test
  void aBadCredentialIsRefusedAtTheDoor() throws Exception {
    String key = publishedKey();
    awaitAdmitted(key);
    String id = CredentialTopic.idOf(key);
    int passed = STUB.count();

    for (String wrong :
        List.of(
            key.substring(0, key.length() - 1) + (key.endsWith("0") ? "1" : "0"),
            CredentialTopic.key(id, 'z'),
            "nonsense")) {
      HttpResponse<String> answer = balance(wrong);
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(answer.body()).contains("\"code\":\"invalid_credential\"");
    }
    assertThat(STUB.count()).isEqualTo(passed);
  }

  @Test
  void aRevokedKeyIsRefusedWithinASecond() throws Exception {
    String key = publishedKey();
    awaitAdmitted(key);

    topic.publish(key, CredentialTopic.state(key, AGENT, null, true, 2));

    await()
        .atMost(Duration.ofSeconds(1))
        .pollInterval(20, TimeUnit.MILLISECONDS)
        .until(() -> balance(key).body().contains("revoked_credential"));
  }

  @Test
  void anExpiredKeyIsRefused() throws Exception {
    String key = CredentialTopic.key(newId(), 'e');
    String expiry = Instant.now().plusMillis(1500).toString();
    topic.publish(key, CredentialTopic.state(key, AGENT, expiry, false, 1));
    awaitAdmitted(key);

    await().until(() -> balance(key).body().contains("expired_credential"));
  }

  @Test
  void aKeyThatIsNotPublishedYetIsAskedForOnce() throws Exception {
    String key = CredentialTopic.key(newId(), 'n');
    String id = CredentialTopic.idOf(key);
    STUB.knows(id, CredentialTopic.state(key, AGENT, null, false, 1));

    assertThat(balance(key).statusCode()).isEqualTo(200);
    assertThat(balance(key).statusCode()).isEqualTo(200);
    assertThat(STUB.lookedUp()).filteredOn(id::equals).hasSize(1);
  }

  @Test
  void whatIsKnownOfACredentialIsForgottenWhenItStepsUp() throws Exception {
    String key = CredentialTopic.key(newId(), 's');
    String id = CredentialTopic.idOf(key);
    STUB.knows(id, CredentialTopic.state(key, AGENT, null, false, 1));
    assertThat(balance(key).statusCode()).isEqualTo(200);
    assertThat(lastToken().getJWTClaimsSet().getClaims()).doesNotContainKey("auth_time");

    STUB.knows(
        id,
        CredentialTopic.state(key, AGENT, null, false, 2)
            .replace("\"newField\":1", "\"authenticatedAt\":\"2026-11-22T08:00:00Z\""));
    HttpResponse<String> steppedUp =
        send(
            request("/api/v1/me/step-up")
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));

    assertThat(steppedUp.statusCode()).isEqualTo(200);
    // An answer of accounts-service is good for a second.
    await()
        .untilAsserted(
            () -> {
              assertThat(balance(key).statusCode()).isEqualTo(200);
              assertThat(lastToken().getJWTClaimsSet().getLongClaim("auth_time"))
                  .isEqualTo(Instant.parse("2026-11-22T08:00:00Z").getEpochSecond());
            });
  }

  @Test
  void anUnknownKeyIsAskedForOnceAMoment() throws Exception {
    String key = CredentialTopic.key(newId(), 'u');
    String id = CredentialTopic.idOf(key);

    assertThat(balance(key).statusCode()).isEqualTo(401);
    assertThat(balance(key).statusCode()).isEqualTo(401);
    assertThat(STUB.lookedUp()).filteredOn(id::equals).hasSize(1);
  }

  @Test
  void accountsHearsWhichCredentialsAreUsed() throws Exception {
    String key = publishedKey();
    awaitAdmitted(key);

    String id = CredentialTopic.idOf(key);
    StubService.Received report =
        await()
            .until(
                () -> STUB.reports().stream().filter(it -> it.body().contains(id)).findFirst(),
                Optional::isPresent)
            .orElseThrow();
    Contracts.validate("accounts.credential-uses", report.body());
    assertThat(report.body()).contains("127.0.0.1");
    SignedJWT token = SignedJWT.parse(report.header("authorization").substring(7));
    assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("GATEWAY");
  }

  @Test
  void isReadyOnceItKnowsAllCredentials() {
    await()
        .untilAsserted(
            () ->
                assertThat(get(managementPort, "/actuator/health/readiness").body())
                    .contains("\"status\":\"UP\"", "\"current\":true"));
  }
}
