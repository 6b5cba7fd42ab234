package dev.agora.accounts;

import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.agora.accounts.ApiClient.Answer;
import dev.agora.support.RealParts;
import dev.agora.support.TestGateway;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
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
      "agora.accounts.sessions.sweep-every=200ms",
      "agora.accounts.webhook.private-addresses=true",
      "agora.accounts.webhook.failing-after=50ms",
      "agora.accounts.webhook.count-every=100ms",
      "agora.accounts.alerts.send-every=100ms",
      "agora.accounts.alerts.pause-min=50ms",
      "agora.accounts.alerts.attempts-max=3",
      "agora.accounts.mail.folder=" + RunningAccounts.MAILS,
      "AGORA_CREDENTIAL_PEPPER=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
    })
public abstract class RunningAccounts {

  private static final TestGateway GATEWAY = TestGateway.start();

  /** The page on which browsers, real and emulated, are when they use passkeys. */
  protected static final TestPage PAGE = TestPage.start();

  private static final AtomicInteger PEOPLE = new AtomicInteger();

  /** Mails of an earlier run may still lie in the folder. */
  private static final String RUN = UUID.randomUUID().toString().substring(0, 8);

  protected static final String MAILS = "target/mails";
  protected static final String PASSWORD = "correct horse battery";

  @LocalServerPort private int port;
  @Autowired protected JdbcClient jdbc;

  @SuppressWarnings("NullAway.Init") // Set before each test.
  protected ApiClient api;

  @DynamicPropertySource
  static void jwks(DynamicPropertyRegistry registry) {
    registry.add("AGORA_JWKS_URL", GATEWAY::jwksUrl);
    registry.add("agora.accounts.passkeys.origins", PAGE::origin);
  }

  @BeforeEach
  void connect() {
    api = new ApiClient(GATEWAY, port);
  }

  /** Signed up, with an address that counts as confirmed. */
  protected Answer signUp(String email) {
    Answer answer = signUpUnconfirmed(email);
    if (answer.status() == 201) {
      jdbc.sql("UPDATE human SET confirmed_at = now() WHERE id = :id")
          .param("id", answer.text("/id"))
          .update();
    }
    return answer;
  }

  protected Answer signUpUnconfirmed(String email) {
    return signUpUnconfirmed(email, PASSWORD);
  }

  protected Answer signUpUnconfirmed(String email, String password) {
    return api.anonymous(
        "POST",
        "/api/v1/humans",
        "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Ada\"}".formatted(email, password));
  }

  protected Answer signIn(String email, String password) {
    return api.anonymous(
        "POST",
        "/api/v1/sessions",
        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
  }

  protected int signOut(String human, String session) {
    return inSession(human, session, "DELETE", "/api/v1/sessions/current", "").status();
  }

  /** What a human does in one of their sessions. */
  protected Answer inSession(
      String human, String session, String method, String path, String body) {
    return asHolder(human, "HUMAN", session, method, path, body);
  }

  /** What the holder of a credential does. */
  protected Answer asHolder(
      String subject, String role, String credential, String method, String path, String body) {
    String token =
        GATEWAY.sign(
            new JWTClaimsSet.Builder()
                .issuer("agora-gateway")
                .audience("accounts")
                .subject(subject)
                .claim("roles", List.of(role))
                .claim("scopes", List.of())
                .claim("cid", credential)
                .claim("auth_time", Instant.now().getEpochSecond())
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .build());
    return api.send(token, method, path, body);
  }

  protected Answer lookedUp(String credentialId) {
    return api.send(
        GATEWAY.token("accounts", "gateway", List.of("GATEWAY"), List.of()),
        "GET",
        "/internal/credentials/" + credentialId,
        "");
  }

  /** The public part of a new session's token. */
  protected String newSession(String email, String password) {
    return signIn(email, password).text("/token").substring(14, 30);
  }

  protected boolean isRevoked(String credentialId) {
    return lookedUp(credentialId).body().get("revoked").asBoolean();
  }

  /** What the gateway asks or tells. */
  protected Answer asGateway(String method, String path, String body) {
    return api.send(
        GATEWAY.token("accounts", "gateway", List.of("GATEWAY"), List.of()), method, path, body);
  }

  protected String newHuman() {
    return signUp(newEmail()).text("/id");
  }

  protected String newAgent(String owner) {
    return api.human(owner, "POST", "/api/v1/agents", "{\"name\":\"A\"}").text("/agent/id");
  }

  protected static String newEmail() {
    return "ada" + PEOPLE.incrementAndGet() + "-" + RUN + "@example.org";
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

  /** A mail to that address with that text, which comes soon. */
  protected static String mailTo(String email, String containing) {
    return await()
        .until(
            () ->
                mails()
                    .filter(mail -> mail.contains("To: " + email + "\n"))
                    .filter(mail -> mail.contains(containing))
                    .toList(),
            found -> !found.isEmpty())
        .getFirst();
  }

  protected static Stream<String> mails() {
    try (Stream<Path> files = Files.list(Path.of(MAILS))) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .map(RunningAccounts::read)
          .toList()
          .stream();
    } catch (IOException noneYet) {
      return Stream.empty();
    }
  }

  private static String read(Path mail) {
    try {
      return Files.readString(mail);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  /** How many mails to that address are still to be sent. */
  protected int waitingMails(String email) {
    return jdbc.sql("SELECT count(*) FROM mail WHERE email_key = :email")
        .param("email", email)
        .query(Integer.class)
        .single();
  }
}
