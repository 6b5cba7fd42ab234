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
    if (!BalanceSettings.isAutomatic(simulation, account)
        || simulation.store().find(plan).isPresent()) {
      return;
    }
    simulation.store().put("sim", Json.object("id", plan, "object", "sim.sweep"));
    simulation.timers().schedule(later(), SWEEP, account);
  }

  private void sweep(String account) {
    simulation.store().remove("sim_sweep_" + account);
    long amount = sheet.available(account) - BalanceSettings.smallestBalance(simulation, account);
    if (amount > 0 && isAble(account) && BalanceSettings.isAutomatic(simulation, account)) {
      JsonObject payout = create(account, amount, true);
      cover(account, Json.requiredText(payout, "id"));
      tellCreated(payout);
    }
  }

  /** Whether the account may be paid out; the platform always may. */
  boolean isAble(String account) {
    return simulation
        .store()
        .find(account)
        .map(owner -> RecipientAccount.isActive(owner, RecipientAccount.PAYOUTS))
        .orElse(account.equals(Simulation.PLATFORM));
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
            .set(
                "destination",
                Banks.of(simulation, account).map(bank -> Json.text(bank, "id")).orElse(null))
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
    if (isBack(payout)) {
      return;
    }
    Optional<String> failure =
        Banks.of(simulation, simulation.store().accountOf(id))
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

  /** Whether the money is on the account again, and can not come back once more. */
  static boolean isBack(JsonObject payout) {
    String status = Json.requiredText(payout, "status");
    return status.equals("canceled") || status.equals("failed");
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
    Banks.of(simulation, owner(Json.requiredText(payout, "id"))).ifPresent(this::doubt);
  }

  /** Nothing goes to a bank account that sent money back until its owner has mended it. */
  private void doubt(JsonObject bank) {
    bank.addProperty("status", "errored");
    simulation.store().touch(bank);
    events.emit("account.external_account.updated", bank);
  }

  void cancel(JsonObject payout) {
    giveBack(payout, "payout_cancel", "canceled");
    simulation.store().touch(payout);
    events.emit("payout.canceled", payout);
  }

  /**
   * Fetches the money of a paid payout from the bank again, with a payout of the opposite sign.
   *
   * @param metadata of that payout
   */
  JsonObject reverse(JsonObject payout, JsonObject metadata) {
    String original = Json.requiredText(payout, "id");
    String account = owner(original);
    long amount = Json.number(payout, "amount");
    waitForRepair(account);
    String id = simulation.ids().next("po_");
    JsonObject booked =
        sheet.book(
            account, Movement.atOnce(TYPE, "payout_reversal", amount, id, "Payout reversal"));
    Instant arrival = later();
    JsonObject back =
        Draft.template(TYPE)
            .set("id", id)
            .set("amount", -amount)
            .set("arrival_date", arrival.getEpochSecond())
            .set("automatic", false)
            .set("balance_transaction", Json.requiredText(booked, "id"))
            .set("created", simulation.clock().seconds())
            .set("currency", "usd")
            .set("destination", Json.text(payout, "destination"))
            .set("metadata", metadata)
            .set("original_payout", original)
            .set("reconciliation_status", "not_applicable")
            .set("status", "pending")
            .json();
    simulation.store().put(account, back);
    simulation.timers().schedule(arrival, ARRIVE, id);
    tellCreated(back);
    payout.addProperty("reversed_by", id);
    simulation.store().touch(payout);
    events.emit("payout.updated", payout);
    return back;
  }

  private void giveBack(JsonObject payout, String type, String status) {
    String id = Json.requiredText(payout, "id");
    waitForRepair(owner(id));
    JsonObject booked =
        sheet.book(
            owner(id),
            Movement.atOnce(type, type, Json.number(payout, "amount"), id, "Payout returned"));
    Json.with(
        payout, "failure_balance_transaction", Json.requiredText(booked, "id"), "status", status);
  }

  /**
   * As if a sweep were planned already: money that came back waits until the bank account is
   * repaired, or it would go there and come back for ever.
   */
  private void waitForRepair(String account) {
    simulation.store().put("sim", Json.object("id", "sim_sweep_" + account, "object", "sim.sweep"));
  }

  /** Payouts go on: after a failure, when the account was verified again. */
  void resume(String account) {
    simulation.store().remove("sim_sweep_" + account);
    plan(account);
  }

  /** A payout follows if there is something to pay out, and nothing that it has to wait for. */
  void plan(String account) {
    if (sheet.available(account) > 0) {
      planSweep(account);
    }
  }

  private String owner(String payout) {
    return simulation.store().accountOf(payout);
  }

  private Instant later() {
    return simulation.clock().now().plus(sheet.settlement().payoutDelay());
  }
}
