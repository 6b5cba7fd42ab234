package dev.agora.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes, what does not, and what every answer carries. */
class GatewayIT extends RunningGateway {

  @Test
  void aQuoteIsPassedOnWithLeaveToAskTheLedgerAndNothingElseIs() throws Exception {
    String key = publishedKey();
    awaitAdmitted(key);

    send(
        request("/api/v1/billing/convert-to-usd/quote")
            .header("Authorization", "Bearer " + key)
            .header("X-Agora-Delegation", "of my own making")
            .POST(BodyPublishers.ofString("{}")));

    JWTClaimsSet leave =
        SignedJWT.parse(STUB.last().header("x-agora-delegation")).getJWTClaimsSet();
    assertThat(leave.getAudience()).containsExactly("ledger");
    assertThat(leave.getSubject()).isEqualTo(AGENT);
    assertThat(leave.getJSONObjectClaim("act")).isEqualTo(Map.of("sub", "payout"));
    assertThat(lastToken().getJWTClaimsSet().getAudience()).containsExactly("payout");

    send(
        request("/api/v1/billing/convert-to-usd")
            .header("Authorization", "Bearer " + key)
            .header("X-Agora-Delegation", "of my own making")
            .POST(BodyPublishers.ofString("{}")));
    assertThat(STUB.last().headers()).doesNotContainKey("x-agora-delegation");
  }

  @Test
  void whatACallerClaimsAboutItselfIsStripped() throws Exception {
    String key = publishedKey();
    awaitAdmitted(key);

    send(
        request("/api/v1/credits/balance?agent=" + AGENT)
            .header("Authorization", "Bearer " + key)
            .header("Cookie", "session=stolen")
            .header("X-Forwarded-For", "10.0.0.1")
            .header("X-Agora-Caller", "hum_admin")
            .header("X-Agora-Source", "10.0.0.1")
            .header("Forwarded", "for=10.0.0.1")
            .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
            .header("Idempotency-Key", "k1")
            .GET());

    assertThat(STUB.last().uri()).isEqualTo("/api/v1/credits/balance?agent=" + AGENT);
    assertThat(STUB.last().headers())
        .doesNotContainKeys("cookie", "x-forwarded-for", "x-agora-caller", "forwarded");
    assertThat(STUB.last().header("x-agora-source")).isEqualTo("127.0.0.1");
    assertThat(STUB.last().headers().get("authorization")).hasSize(1);
    assertThat(STUB.last().header("authorization")).doesNotContain(key);
    assertThat(STUB.last().header("idempotency-key")).isEqualTo("k1");
    assertThat(STUB.last().header("traceparent")).startsWith("00-0af7651916cd43dd8448eb211c80319c");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          of the portal, in these tests only | 192.0.2.7            | 192.0.2.7
          of the portal, in these tests only | 2001:db8::7          | 2001:db8:0:0:0:0:0:7
          of the portal, in these tests only | home                 | 127.0.0.1
          of the portal, in these tests only | 192.0.2.7, 192.0.2.8 | 127.0.0.1
          of somebody else, in long words    | 192.0.2.7            | 127.0.0.1
          """,
      delimiter = '|')
  void onlyThePortalIsBelievedWhereAPersonIs(String key, String at, String seen) throws Exception {
    send(
        request("/api/v1/billing/packages")
            .header("X-Agora-Portal-Key", key)
            .header("X-Forwarded-For", at)
            .GET());

    assertThat(STUB.last().header("x-agora-source")).isEqualTo(seen);
    assertThat(STUB.last().headers()).doesNotContainKeys("x-agora-portal-key", "x-forwarded-for");
  }

  @Test
  void onlyThePortalsSessionIsACookieAndOnlyThePortalGetsIt() throws Exception {
    String key = publishedKey();
    awaitAdmitted(key);
    String cookies = "a=1; agora_portal=mine; b=2";

    HttpResponse<String> page = send(request("/portal/overview").header("Cookie", cookies).GET());
    String cookie = STUB.last().header("cookie");
    HttpResponse<String> api =
        send(
            request("/api/v1/credits/balance")
                .header("Authorization", "Bearer " + key)
                .header("Cookie", cookies)
                .GET());

    assertThat(cookie).isEqualTo("agora_portal=mine");
    assertThat(page.headers().allValues("Set-Cookie"))
        .containsExactly("agora_portal=fresh; Path=/portal");
    assertThat(STUB.last().headers()).doesNotContainKey("cookie");
    assertThat(api.headers().allValues("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/nothing",
        "/internal/credentials/x",
        "/api/v1/agents/%2e%2e/%2e%2e/internal"
      })
  void anUnknownPathIsAProblem(String path) throws Exception {
    HttpResponse<String> answer = get(port, path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("\"code\":\"no_such_route\"");
  }

  @Test
  void aServiceThatIsDownIsAProblemThatSaysNothingWasDone() throws Exception {
    HttpResponse<String> answer = get(port, "/api/v1/marketplace/services");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(answer.body())
        .contains("\"code\":\"temporarily_unavailable\"", "Nothing was done.")
        .doesNotContain("127.0.0.1", "Exception");
  }

  @Test
  void aBodyOverTheLimitIsRefusedHoweverItComes() throws Exception {
    byte[] tooLarge = new byte[256 * 1024 + 1];
    int passed = STUB.count();

    assertThat(post("/api/v1/credits/transfer", BodyPublishers.ofByteArray(tooLarge)).body())
        .contains("\"code\":\"body_too_large\"");
    assertThat(STUB.count()).isEqualTo(passed);
    HttpResponse<String> chunked =
        post(
            "/api/v1/credits/transfer",
            BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(tooLarge)));
    assertThat(chunked.statusCode()).isEqualTo(413);

    assertThat(post("/api/v1/credits/transfers", BodyPublishers.ofByteArray(tooLarge)).statusCode())
        .isEqualTo(200);
    assertThat(STUB.last().body()).hasSize(tooLarge.length);
  }

  /** Ten times what the sockets between hold, so that it goes on after the answer has come. */
  @Test
  void whoeverReadsOnlyAfterAllOfARefusedBodyFindsTheAnswer() throws Exception {
    byte[] body = new byte[16 * 1024 * 1024];
    try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), port)) {
      OutputStream out = caller.getOutputStream();
      out.write(
          ("POST /api/v1/credits/transfer HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                  + body.length
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.write(body);

      assertThat(new String(caller.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 413 ")
          .contains("\"code\":\"body_too_large\"");
    }
  }

  @Test
  void aBodyOfKnownLengthKeepsIt() throws Exception {
    post("/api/v1/credits/transfer", BodyPublishers.ofString("{\"amount\":\"1\"}"));

    assertThat(STUB.last().header("content-length")).isEqualTo("14");
    assertThat(STUB.last().headers()).doesNotContainKey("transfer-encoding");
  }

  @Test
  void aWebhookPassesUntouched() throws Exception {
    String body = "{ \"id\" : \"evt_1\",\n  \"type\":\"x\" }";
    HttpResponse<String> answer =
        send(
            request("/webhooks/stripe")
                .header("Stripe-Signature", "t=1,v1=abc")
                .header("Authorization", "Bearer nonsense")
                .POST(BodyPublishers.ofString(body)));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(STUB.last().body()).isEqualTo(body);
    assertThat(STUB.last().header("stripe-signature")).isEqualTo("t=1,v1=abc");
    assertThat(lastToken().getJWTClaimsSet().getSubject()).isEqualTo("anonymous");
  }

  @Test
  void tooManySignInsAreTurnedAway() throws Exception {
    HttpResponse<String> answer = post("/api/v1/sessions", BodyPublishers.ofString("{}"));
    assertThat(answer.headers().firstValue("RateLimit-Policy")).hasValue("\"sign-in\";q=3;w=3");
    assertThat(answer.headers().firstValue("RateLimit"))
        .hasValueSatisfying(limit -> assertThat(limit).startsWith("\"sign-in\";r="));

    for (int i = 0; i < 10 && answer.statusCode() != 429; i++) {
      answer = post("/api/v1/sessions", BodyPublishers.ofString("{}"));
    }

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(answer.body()).contains("\"code\":\"too_many_requests\"", "\"retryable\":true");
  }

  @Test
  void everyAnswerHasARequestIdAndKeepsBrowsersFromHarm() throws Exception {
    HttpResponse<String> named =
        send(request("/api/v1/billing/packages").header("X-Request-Id", "mine-1").GET());
    assertThat(named.headers().allValues("X-Request-Id")).containsExactly("mine-1");
    assertThat(STUB.last().header("x-request-id")).isEqualTo("mine-1");
    assertThat(named.headers().firstValue("Server")).isEmpty();

    HttpResponse<String> unnamed =
        send(request("/api/v1/nothing").header("X-Request-Id", "not sane").GET());
    assertThat(unnamed.headers().firstValue("X-Request-Id").orElseThrow())
        .matches("req_[0-9a-f]{32}");
    assertThat(unnamed.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(unnamed.headers().firstValue("Cache-Control")).hasValue("no-store");
  }
}
