package dev.agora.accounts;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.agora.accounts.ApiClient.Answer;
import dev.agora.support.RealParts;
import dev.agora.support.TestGateway;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The service on a real PostgreSQL and Kafka, called as the gateway calls it; its tests share it.
 */
@RealParts
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "management.server.port=0",
      "AGORA_CREDENTIAL_PEPPER=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
    })
public abstract class RunningAccounts {

  private static final TestGateway GATEWAY = TestGateway.start();
  private static final AtomicInteger PEOPLE = new AtomicInteger();
  protected static final String PASSWORD = "correct horse battery";

  @LocalServerPort private int port;
  @Autowired protected JdbcClient jdbc;

  @SuppressWarnings("NullAway.Init") // Set before each test.
  protected ApiClient api;

  @DynamicPropertySource
  static void jwks(DynamicPropertyRegistry registry) {
    registry.add("AGORA_JWKS_URL", GATEWAY::jwksUrl);
  }

  @BeforeEach
  void connect() {
    api = new ApiClient(GATEWAY, port);
  }

  protected Answer signUp(String email) {
    return api.anonymous(
        "POST",
        "/api/v1/humans",
        "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Ada\"}".formatted(email, PASSWORD));
  }

  protected Answer signIn(String email, String password) {
    return api.anonymous(
        "POST",
        "/api/v1/sessions",
        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
  }

  protected int signOut(String human, String session) {
    String token =
        GATEWAY.sign(
            new JWTClaimsSet.Builder()
                .issuer("agora-gateway")
                .audience("accounts")
                .subject(human)
                .claim("roles", List.of("HUMAN"))
                .claim("scopes", List.of())
                .claim("cid", session)
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .build());
    return api.send(token, "DELETE", "/api/v1/sessions/current", "").status();
  }

  protected Answer lookedUp(String credentialId) {
    return api.send(
        GATEWAY.token("accounts", "gateway", List.of("GATEWAY"), List.of()),
        "GET",
        "/internal/credentials/" + credentialId,
        "");
  }

  protected String newHuman() {
    return signUp(newEmail()).text("/id");
  }

  protected String newAgent(String owner) {
    return api.human(owner, "POST", "/api/v1/agents", "{\"name\":\"A\"}").text("/agent/id");
  }

  protected static String newEmail() {
    return "ada" + PEOPLE.incrementAndGet() + "@example.org";
  }

  /** The last message of that type and key that the service put into its outbox. */
  protected String published(String type, String key) {
    byte[] payload =
        jdbc.sql(
                """
                SELECT payload FROM outbox WHERE msg_type = :type AND msg_key = :key
                ORDER BY seq DESC LIMIT 1
                """)
            .param("type", type)
            .param("key", key)
            .query(byte[].class)
            .single();
    return new String(payload, StandardCharsets.UTF_8);
  }
}
