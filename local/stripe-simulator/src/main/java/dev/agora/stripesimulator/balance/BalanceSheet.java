package dev.agora.stripesimulator.balance;

import com.google.gson.JsonObject;
import dev.agora.stripesimulator.state.Draft;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * The money of every account in cents of a dollar: balance transactions and their running totals.
 */
public final class BalanceSheet {
  static final String TYPE = "balance_transaction";
  private static final String SETTLE = "settle";
  private static final Duration SETTLES_AFTER = Duration.ofDays(2);

  private final Simulation simulation;
  private final Settlement settlement;
  private Consumer<String> whenAvailable = account -> {};

  /** The balances of a simulated world. */
  public BalanceSheet(Simulation simulation, Settlement settlement) {
    this.simulation = simulation;
    this.settlement = settlement;
    simulation.timers().on(SETTLE, this::settle);
  }

  /** When money can be used here. */
  public Settlement settlement() {
    return settlement;
  }

  /** Who wants to know when money becomes available on an account. */
  public void whenAvailable(Consumer<String> listener) {
    whenAvailable = listener;
  }

  /**
   * What moves money.
   *
   * @param type of the transaction, e.g. {@code charge}
   * @param category for reports, e.g. {@code dispute}
   * @param amount cents, negative when money leaves
   * @param fee cents Stripe keeps
   * @param source id of the charge, refund, transfer, …
   * @param waits whether the money comes from a card and so settles later
   */
  public record Movement(
      String type,
      String category,
      long amount,
      long fee,
      String source,
      String description,
      boolean waits) {
    /** A movement that is final at once and costs nothing. */
    public static Movement atOnce(
        String type, String category, long amount, String source, String description) {
      return new Movement(type, category, amount, 0, source, description, false);
    }
  }

  /** Books the movement; the balance transaction. */
  public JsonObject book(String account, Movement movement) {
    boolean pending = movement.waits() && !settlement.atOnce();
    Instant now = simulation.clock().now();
    Instant available = pending ? now.plus(SETTLES_AFTER) : now;
    long net = movement.amount() - movement.fee();
    JsonObject transaction =
        Draft.template(TYPE)
            .set("id", simulation.ids().next("txn_"))
            .set("amount", movement.amount())
            .set("available_on", available.getEpochSecond())
            .set("created", now.getEpochSecond())
            .set("currency", "usd")
            .set("description", movement.description())
            .set("fee", movement.fee())
            .set("fee_details", feeDetails(movement.fee()))
            .set("net", net)
            .set("reporting_category", movement.category())
            .set("source", movement.source())
            .set("status", pending ? "pending" : "available")
            .set("type", movement.type())
            .json();
    simulation.store().put(account, transaction);
    add(account, pending ? "pending" : "available", net);
    if (pending) {
      simulation.timers().schedule(available, SETTLE, Json.requiredText(transaction, "id"));
    } else if (net > 0) {
      whenAvailable.accept(account);
    }
    return transaction;
  }

  private static List<JsonObject> feeDetails(long fee) {
    return fee == 0
        ? List.of()
        : List.of(
            Draft.object()
                .set("amount", fee)
                .set("application", null)
                .set("currency", "usd")
                .set("description", "Stripe processing fees")
                .set("type", "stripe_fee")
                .json());
  }

  /** What the account can use now, in cents. */
  public long available(String account) {
    return Json.number(totals(account), "available");
  }

  /** What will become available, in cents. */
  public long pending(String account) {
    return Json.number(totals(account), "pending");
  }

  /** Makes everything pending available. */
  public void settleAll() {
    simulation
        .store()
        .all(TYPE)
        .filter(stored -> "pending".equals(Json.text(stored.object(), "status")))
        .map(stored -> stored.id())
        .toList()
        .forEach(this::settle);
  }

  private void settle(String id) {
    JsonObject transaction = simulation.store().get(id);
    if (!"pending".equals(Json.text(transaction, "status"))) {
      return;
    }
    Json.with(transaction, "status", "available", "available_on", simulation.clock().seconds());
    simulation.store().touch(transaction);
    String account = simulation.store().accountOf(id);
    long net = Json.number(transaction, "net");
    add(account, "pending", -net);
    add(account, "available", net);
    whenAvailable.accept(account);
  }

  private void add(String account, String which, long net) {
    JsonObject totals = totals(account).deepCopy();
    totals.addProperty(which, Json.number(totals, which) + net);
    simulation.store().put("sim", totals);
  }

  private JsonObject totals(String account) {
    String id = "sim_balance_" + account;
    return simulation
        .store()
        .find(id)
        .orElseGet(
            () ->
                Draft.object()
                    .set("id", id)
                    .set("object", "sim.balance")
                    .set("of", account)
                    .set("available", 0)
                    .set("pending", 0)
                    .json());
  }
}
