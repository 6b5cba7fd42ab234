package dev.agora.stripesimulator.connect;

import com.google.gson.JsonObject;
import dev.agora.stripesimulator.balance.BalanceSheet;
import dev.agora.stripesimulator.balance.BalanceSheet.Movement;
import dev.agora.stripesimulator.state.Draft;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import dev.agora.stripesimulator.webhook.Events;
import java.time.Instant;
import java.util.Optional;

/** From an account's balance to its bank: made by schedule or by hand, then paid or failed. */
final class PayoutLife {
  static final String TYPE = "payout";
  private static final String SWEEP = "payout-sweep";
  private static final String ARRIVE = "payout-arrives";

  private final Simulation simulation;
  private final Events events;
  private final BalanceSheet sheet;

  PayoutLife(Simulation simulation, Events events, BalanceSheet sheet) {
    this.simulation = simulation;
    this.events = events;
    this.sheet = sheet;
    simulation.timers().on(SWEEP, this::sweep);
    simulation.timers().on(ARRIVE, this::arrive);
    sheet.whenAvailable(this::planSweep);
  }

  /** The automatic schedule of connected accounts; the platform keeps its money to pay others. */
  private void planSweep(String account) {
    String plan = "sim_sweep_" + account;
    if (account.equals(Simulation.PLATFORM) || simulation.store().find(plan).isPresent()) {
      return;
    }
    simulation.store().put("sim", Json.object("id", plan, "object", "sim.sweep"));
    simulation.timers().schedule(later(), SWEEP, account);
  }

  private void sweep(String account) {
    simulation.store().remove("sim_sweep_" + account);
    long amount = sheet.available(account);
    JsonObject owner = simulation.store().get(account);
    if (amount > 0 && RecipientAccount.isActive(owner, RecipientAccount.PAYOUTS)) {
      JsonObject payout = create(account, amount, true);
      cover(account, Json.requiredText(payout, "id"));
      tellCreated(payout);
    }
  }

  /** Takes the money out of the balance; whoever calls completes the payout and tells of it. */
  JsonObject create(String account, long amount, boolean automatic) {
    String id = simulation.ids().next("po_");
    JsonObject booked =
        sheet.book(account, Movement.atOnce(TYPE, TYPE, -amount, id, "STRIPE PAYOUT"));
    Instant arrival = later();
    JsonObject payout =
        Draft.template(TYPE)
            .set("id", id)
            .set("amount", amount)
            .set("arrival_date", arrival.getEpochSecond())
            .set("automatic", automatic)
            .set("balance_transaction", Json.requiredText(booked, "id"))
            .set("created", simulation.clock().seconds())
            .set("currency", "usd")
            .set("destination", bank(account).map(bank -> Json.text(bank, "id")).orElse(null))
            .set("status", automatic ? "in_transit" : "pending")
            .json();
    if (!automatic) {
      payout.addProperty("reconciliation_status", "not_applicable");
    }
    simulation.store().put(account, payout);
    simulation.timers().schedule(arrival, ARRIVE, id);
    return payout;
  }

  void tellCreated(JsonObject payout) {
    events.emit("payout.created", payout);
  }

  /** Which transactions an automatic payout holds: all since the one before. */
  private void cover(String account, String payout) {
    simulation
        .store()
        .newestFirst(account, "balance_transaction")
        .filter(each -> !payout.equals(Json.text(each, "source")))
        .takeWhile(each -> !TYPE.equals(Json.text(each, "type")))
        .map(each -> "sim_paid_" + Json.requiredText(each, "id"))
        .toList()
        .forEach(
            id ->
                simulation
                    .store()
                    .put("sim", Json.object("id", id, "object", "sim.paid", "payout", payout)));
  }

  private void arrive(String id) {
    JsonObject payout = simulation.store().get(id);
    String status = Json.requiredText(payout, "status");
    if (status.equals("canceled") || status.equals("failed")) {
      return;
    }
    Optional<String> failure =
        bank(simulation.store().accountOf(id))
            .map(bank -> simulation.store().get("sim_" + Json.requiredText(bank, "id")))
            .flatMap(kept -> TestBank.failure(Json.requiredText(kept, "number")));
    if (failure.isPresent()) {
      fail(payout, failure.get());
      return;
    }
    payout.addProperty("status", "paid");
    if (Json.flag(payout, "automatic")) {
      payout.addProperty("reconciliation_status", "completed");
    }
    simulation.store().touch(payout);
    events.emit("payout.paid", payout);
  }

  /** The bank returns the money, perhaps after it looked paid. */
  void fail(JsonObject payout, String code) {
    giveBack(payout, "payout_failure", "failed");
    Json.with(
        payout,
        "failure_code",
        code,
        "failure_message",
        "The bank returned the payout (" + code + ").");
    simulation.store().touch(payout);
    events.emit("payout.failed", payout);
  }

  void cancel(JsonObject payout) {
    giveBack(payout, "payout_cancel", "canceled");
    simulation.store().touch(payout);
    events.emit("payout.canceled", payout);
  }

  private void giveBack(JsonObject payout, String type, String status) {
    String id = Json.requiredText(payout, "id");
    // As if a sweep were planned already: money that came back waits until the bank account is
    // repaired, or it would go there and come back for ever.
    simulation
        .store()
        .put("sim", Json.object("id", "sim_sweep_" + owner(id), "object", "sim.sweep"));
    JsonObject booked =
        sheet.book(
            owner(id),
            Movement.atOnce(type, type, Json.number(payout, "amount"), id, "Payout returned"));
    Json.with(
        payout, "failure_balance_transaction", Json.requiredText(booked, "id"), "status", status);
  }

  /** Payouts go on: after a failure, when the account was verified again. */
  void resume(String account) {
    simulation.store().remove("sim_sweep_" + account);
    if (sheet.available(account) > 0) {
      planSweep(account);
    }
  }

  private String owner(String payout) {
    return simulation.store().accountOf(payout);
  }

  private Optional<JsonObject> bank(String account) {
    return simulation.store().newestFirst(account, "bank_account").findFirst();
  }

  private Instant later() {
    return simulation.clock().now().plus(sheet.settlement().payoutDelay());
  }
}
