package dev.agora.payout;

import dev.agora.money.Usd;
import dev.agora.payout.conversion.ConversionId;
import dev.agora.payout.destination.ConnectedAccounts;
import dev.agora.payout.destination.ConnectedAccounts.Answer.Got;
import dev.agora.payout.destination.Person;
import dev.agora.payout.transfer.TransferOrder;
import dev.agora.stripesimulator.SimulatorOptions;
import dev.agora.stripesimulator.StripeSimulator;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import tools.jackson.databind.JsonNode;

/** A Stripe of its own, whose clock moves, and conversions that wait to be sent. */
@TestComponent
class OneTransferStage {

  private static final StripeSimulator STRIPE = StripeSimulator.start(SimulatorOptions.defaults());

  /** Longer than a call may take, so that the caller gives up first. */
  private static final long HANG_MILLIS = 500;

  /**
   * A conversion whose credits are set aside.
   *
   * @param netCents what is to be sent, in US cents
   */
  record Conversion(String id, UUID command, String destination, long netCents) {

    TransferOrder order() {
      return new TransferOrder(new ConversionId(id), command, destination, Usd.ofCents(netCents));
    }
  }

  private final JdbcClient jdbc;
  private final ConnectedAccounts connected;
  private @Nullable String account;
  private boolean hangs;

  OneTransferStage(JdbcClient jdbc, ConnectedAccounts connected) {
    this.jdbc = jdbc;
    this.connected = connected;
  }

  static void register(DynamicPropertyRegistry registry) {
    registry.add("AGORA_JWKS_URL", Stage.GATEWAY::jwksUrl);
    registry.add("STRIPE_API_KEY", () -> "sk_test_payout");
    registry.add("STRIPE_API_BASE", STRIPE::baseUrl);
    registry.add("STRIPE_CONNECT_WEBHOOK_SECRET", () -> Stage.WEBHOOK_SECRET);
    registry.add("management.server.port", () -> "0");
    registry.add("agora.stripe.read-timeout", () -> HANG_MILLIS / 2 + "ms");
    registry.add("agora.stripe.network-retries", () -> "0");
    // The table is about single attempts.
    registry.add("agora.stripe.repetitions", () -> "0");
    registry.add("agora.stripe.breaker-window", () -> "100000");
  }

  Conversion conversion() {
    String hex = UUID.randomUUID().toString().replace("-", "");
    String id = "cnv_" + hex;
    jdbc.sql(
            """
            INSERT INTO conversion
              (conversion_id, agent_id, human_id, hold_id, destination, credit_micros, gross_cents,
               fee_cents, fee_bps, net_cents, cap_month, status, payout_status, created_at,
               changed_at, version)
            VALUES (?, ?, 'hum_1', ?, ?, 100000000, 1000, 150, 1500, 850,
               date_trunc('month', now())::date, 'RESERVED', 'NONE', now(), now(), 1)
            """)
        .params(id, "agt_" + hex, "hld_" + hex, account())
        .update();
    return new Conversion(id, UUID.randomUUID(), account(), 850);
  }

  void fault(Conversion conversion, String kind, int status, String code) {
    hangs |= kind.startsWith("HANG");
    String details = status == 0 ? "" : "\"status\": %d, \"code\": \"%s\",".formatted(status, code);
    simulator(
        "POST",
        "/_sim/faults",
        """
        {"kind": "%s", "method": "POST", "path": "/v1/transfers", "delayMillis": %d, %s
         "metadata": {"conversion": "%s"}}
        """
            .formatted(kind, HANG_MILLIS, details, conversion.id()));
  }

  /** So many of the next looks at the list get no answer that says anything. */
  void listFails(int times) {
    simulator(
        "POST",
        "/_sim/faults",
        "{\"kind\": \"ERROR_BEFORE\", \"method\": \"GET\", \"path\": \"/v1/transfers\", \"times\": "
            + times
            + "}");
  }

  void clearFaults() {
    simulator("DELETE", "/_sim/faults", "");
  }

  void letHangingCallsEnd() {
    if (hangs) {
      hangs = false;
      LockSupport.parkNanos(HANG_MILLIS * 2_000_000);
    }
  }

  /** Somebody used the conversion's key for something else before. */
  void takeKey(Conversion conversion) {
    form(
        "/v1/transfers",
        "amount=1&currency=usd&transfer_group=other&destination=" + conversion.destination(),
        conversion.command().toString());
  }

  /** For Stripe and for the conversion. */
  void passADayAndASecond() {
    simulator("POST", "/_sim/clock/advance", "{\"seconds\": 86401}");
    jdbc.sql("UPDATE transfer_intent SET first_sent_at = first_sent_at - interval '86401 s'")
        .update();
  }

  /** For the conversion alone. */
  void passADay(Conversion conversion) {
    jdbc.sql(
            """
            UPDATE transfer_intent SET first_sent_at = first_sent_at - interval '86401 s'
            WHERE conversion_id = ?
            """)
        .param(conversion.id())
        .update();
  }

  String statusOf(Conversion conversion) {
    return jdbc.sql("SELECT status FROM conversion WHERE conversion_id = ?")
        .param(conversion.id())
        .query(String.class)
        .single();
  }

  /** How many transfers Stripe made for each conversion. */
  Map<String, Long> transfers() {
    return made()
        .map(transfer -> transfer.path("transfer_group").stringValue(""))
        .filter(group -> group.startsWith("cnv_"))
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  long transfersOf(Conversion conversion) {
    return send(HttpRequest.newBuilder(
                URI.create(STRIPE.baseUrl() + "/v1/transfers?transfer_group=" + conversion.id()))
            .header("Authorization", "Bearer sk_test_payout")
            .build())
        .path("data")
        .size();
  }

  long sentCents() {
    return made()
        .filter(transfer -> transfer.path("transfer_group").stringValue("").startsWith("cnv_"))
        .mapToLong(transfer -> transfer.path("amount").asLong())
        .sum();
  }

  private static Stream<JsonNode> made() {
    return simulator("GET", "/_sim/objects?type=transfer", "")
        .path("data")
        .valueStream()
        .map(one -> one.path("object"));
  }

  private String account() {
    if (account == null) {
      Person person = new Person("hum_1", "ada@example.org", "Ada", 1);
      if (!(connected.create(person, 0) instanceof Got<String>(String created))) {
        throw new IllegalStateException("no account");
      }
      simulator("POST", "/_sim/accounts/" + created + "/verify", "{}");
      form(
          "/v1/topups",
          "amount=99999999&currency=usd&description=test&statement_descriptor=test",
          UUID.randomUUID().toString());
      jdbc.sql(
              """
              INSERT INTO payout_account
                (human_id, stripe_account_id, status, was_active, created_at, changed_at)
              VALUES ('hum_1', ?, 'ACTIVE', true, now(), now())
              """)
          .param(created)
          .update();
      account = created;
    }
    return account;
  }

  private static void form(String path, String fields, String key) {
    send(
        HttpRequest.newBuilder(URI.create(STRIPE.baseUrl() + path))
            .header("Authorization", "Bearer sk_test_payout")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(fields))
            .build());
  }

  private static JsonNode simulator(String method, String path, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(STRIPE.baseUrl() + path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private static JsonNode send(HttpRequest request) {
    HttpResponse<String> answer = Stage.send(request);
    if (answer.statusCode() >= 300) {
      throw new AssertionError(
          request.uri() + " answers " + answer.statusCode() + ": " + answer.body());
    }
    return Stage.json(answer);
  }
}
