package dev.agora.stripesimulator.connect;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.stripe.param.TransferCreateParams;
import com.stripe.param.TransferListParams;
import com.stripe.param.TransferRetrieveParams;
import com.stripe.param.TransferUpdateParams;
import dev.agora.stripesimulator.balance.BalanceSheet;
import dev.agora.stripesimulator.balance.BalanceSheet.Movement;
import dev.agora.stripesimulator.http.Call;
import dev.agora.stripesimulator.http.Paging;
import dev.agora.stripesimulator.http.Routes;
import dev.agora.stripesimulator.http.Shelf;
import dev.agora.stripesimulator.http.StripeFailure;
import dev.agora.stripesimulator.state.Draft;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import dev.agora.stripesimulator.webhook.Events;
import java.util.List;
import java.util.Locale;

/** {@code /v1/transfers}: from the platform's balance to a connected account's. */
final class Transfers {
  static final String TYPE = "transfer";

  private final Simulation simulation;
  private final Shelf shelf;
  private final Shelf charges;
  private final Events events;
  private final BalanceSheet sheet;

  Transfers(Simulation simulation, Events events, BalanceSheet sheet) {
    this.simulation = simulation;
    shelf = Shelf.of(simulation, TYPE, "transfer");
    charges = Shelf.of(simulation, "charge", "charge");
    this.events = events;
    this.sheet = sheet;
  }

  void register(Routes routes) {
    String one = "/v1/transfers/{}";
    routes
        .post("/v1/transfers", TransferCreateParams.class, this::create)
        .get("/v1/transfers", TransferListParams.class, this::list)
        .get(one, TransferRetrieveParams.class, shelf::existing)
        .post(one, TransferUpdateParams.class, this::update);
  }

  private JsonElement create(Call call) {
    String currency = call.required("currency").toLowerCase(Locale.ROOT);
    String destination = call.required("destination");
    long amount = call.requiredNumber("amount");
    if (amount < 1) {
      throw StripeFailure.parameter(
          "parameter_invalid_integer", "amount", "This value must be greater than or equal to 1.");
    }
    if (!currency.equals("usd")) {
      throw StripeFailure.parameter(
          "parameter_invalid_string", "currency", "This simulator settles in usd only.");
    }
    String sourceTransaction = call.text("source_transaction");
    JsonObject source = sourceTransaction == null ? null : source(call, sourceTransaction);
    checkDestination(destination);
    if (source == null && sheet.available(call.account()) < amount) {
      throw StripeFailure.refused(
          "balance_insufficient",
          null,
          "You have insufficient available funds in your Stripe account. Try adding funds directly"
              + " to your available balance by creating Charges using the 4000000000000077 test"
              + " card.");
    }
    String group = call.text("transfer_group");
    JsonObject transfer = book(call, destination, amount, currency);
    Json.with(
        transfer,
        "source_transaction",
        sourceTransaction,
        "transfer_group",
        group == null && source != null ? Json.text(source, "transfer_group") : group);
    simulation.store().put(call.account(), transfer);
    events.emit("transfer.created", transfer);
    return transfer;
  }

  private JsonObject source(Call call, String id) {
    return charges.named(call, id, "source_transaction");
  }

  private void checkDestination(String destination) {
    JsonObject account =
        simulation
            .store()
            .find(Simulation.PLATFORM, RecipientAccount.TYPE, destination)
            .filter(found -> !Json.flag(found, "closed"))
            .orElseThrow(() -> StripeFailure.unknown("destination", destination, "destination"));
    if (!RecipientAccount.isActive(account, RecipientAccount.TRANSFERS)) {
      throw StripeFailure.refused(
          "insufficient_capabilities_for_transfer",
          "destination",
          "Your destination account needs to have at least one of the following capabilities"
              + " enabled: transfers, crypto_transfers, legacy_payments");
    }
  }

  private JsonObject book(Call call, String destination, long amount, String currency) {
    String id = simulation.ids().next("tr_");
    String payment = simulation.ids().next("py_");
    String description = call.text("description");
    String told = description == null ? "Transfer" : description;
    JsonObject out =
        sheet.book(call.account(), Movement.atOnce("transfer", "transfer", -amount, id, told));
    JsonObject in =
        sheet.book(destination, Movement.atOnce("payment", "transfer", amount, payment, told));
    simulation.store().put(destination, payment(payment, id, amount, currency, in));
    return Draft.template(TYPE)
        .set("id", id)
        .set("amount", amount)
        .set("balance_transaction", Json.requiredText(out, "id"))
        .set("created", simulation.clock().seconds())
        .set("currency", currency)
        .set("description", description)
        .set("destination", destination)
        .set("destination_payment", payment)
        .set("metadata", call.metadata())
        .set("reversals", Paging.list("/v1/transfers/" + id + "/reversals", List.of(), false))
        .json();
  }

  /** What the destination sees of it: a charge that no card paid. */
  private JsonObject payment(
      String id, String transfer, long amount, String currency, JsonObject booked) {
    return Draft.template("charge")
        .set("id", id)
        .set("amount", amount)
        .set("amount_captured", amount)
        .set("balance_transaction", Json.requiredText(booked, "id"))
        .set("captured", true)
        .set("created", simulation.clock().seconds())
        .set("currency", currency)
        .set("paid", true)
        .set(
            "payment_method_details",
            Json.object("stripe_account", Json.object(), "type", "stripe_account"))
        .set("source_transfer", transfer)
        .set("status", "succeeded")
        .json();
  }

  private JsonElement update(Call call) {
    JsonObject transfer = shelf.existing(call);
    if (call.has("description")) {
      Json.with(transfer, "description", call.text("description"));
    }
    transfer.add("metadata", call.metadataOver(Json.child(transfer, "metadata")));
    simulation.store().touch(transfer);
    events.emit("transfer.updated", transfer);
    return transfer;
  }

  private JsonElement list(Call call) {
    return shelf.page(call, "destination", "transfer_group");
  }
}
