package dev.agora.stripesimulator.connect;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.stripe.param.TransferReversalCreateParams;
import com.stripe.param.TransferReversalListParams;
import com.stripe.param.TransferReversalRetrieveParams;
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
import java.util.stream.Stream;

/** {@code /v1/transfers/{id}/reversals}: a transfer taken back, in whole or in part. */
final class Reversals {
  private static final String TYPE = "transfer_reversal";

  private final Simulation simulation;
  private final Shelf transfers;
  private final Events events;
  private final BalanceSheet sheet;

  Reversals(Simulation simulation, Events events, BalanceSheet sheet) {
    this.simulation = simulation;
    transfers = Shelf.of(simulation, Transfers.TYPE, "transfer");
    this.events = events;
    this.sheet = sheet;
  }

  void register(Routes routes) {
    String all = "/v1/transfers/{}/reversals";
    routes
        .post(all, TransferReversalCreateParams.class, this::create)
        .get(
            all,
            TransferReversalListParams.class,
            call -> Paging.page(call, of(call, transfers.existing(call))))
        .get(all + "/{}", TransferReversalRetrieveParams.class, this::retrieve);
  }

  private JsonElement create(Call call) {
    JsonObject transfer = transfers.existing(call);
    long left = Json.number(transfer, "amount") - Json.number(transfer, "amount_reversed");
    long amount = call.number("amount").orElse(left);
    if (amount < 1 || amount > left) {
      throw StripeFailure.refused(
          "amount_too_large",
          "amount",
          "Transfer reversal amount (%d) is greater than unreversed amount on transfer (%d)"
              .formatted(amount, left));
    }
    String destination = Json.requiredText(transfer, "destination");
    if (sheet.available(destination) < amount) {
      throw StripeFailure.refused(
          "balance_insufficient",
          null,
          "The destination account does not have enough balance to reverse this transfer.");
    }
    JsonObject reversal = book(call, transfer, amount, destination);
    simulation.store().put(call.account(), reversal);
    count(call, transfer, amount);
    events.emit("transfer.reversed", transfer);
    return reversal;
  }

  private JsonObject book(Call call, JsonObject transfer, long amount, String destination) {
    String id = simulation.ids().next("trr_");
    String refund = simulation.ids().next("pyr_");
    JsonObject back =
        sheet.book(
            call.account(),
            Movement.atOnce(
                "transfer_refund", "transfer_reversal", amount, id, "Transfer reversal"));
    JsonObject out =
        sheet.book(
            destination,
            Movement.atOnce(
                "payment_refund", "transfer_reversal", -amount, refund, "Transfer reversal"));
    String currency = Json.requiredText(transfer, "currency");
    simulation
        .store()
        .put(
            destination,
            Draft.template("refund")
                .set("id", refund)
                .set("amount", amount)
                .set("balance_transaction", Json.requiredText(out, "id"))
                .set("charge", Json.requiredText(transfer, "destination_payment"))
                .set("created", simulation.clock().seconds())
                .set("currency", currency)
                .set("destination_details", null)
                .set("transfer_reversal", id)
                .json());
    return Draft.template(TYPE)
        .set("id", id)
        .set("amount", amount)
        .set("balance_transaction", Json.requiredText(back, "id"))
        .set("created", simulation.clock().seconds())
        .set("currency", currency)
        .set("destination_payment_refund", refund)
        .set("metadata", call.metadata())
        .set("transfer", Json.requiredText(transfer, "id"))
        .json();
  }

  private void count(Call call, JsonObject transfer, long amount) {
    long reversed = Json.number(transfer, "amount_reversed") + amount;
    String id = Json.requiredText(transfer, "id");
    Draft.on(transfer)
        .set("amount_reversed", reversed)
        .set("reversed", reversed == Json.number(transfer, "amount"))
        .set(
            "reversals",
            Paging.list(
                "/v1/transfers/" + id + "/reversals",
                of(call, transfer).limit(10).toList(),
                of(call, transfer).count() > 10));
    simulation.store().touch(transfer);
    JsonObject payment = simulation.store().get(Json.requiredText(transfer, "destination_payment"));
    Json.with(
        payment,
        "amount_refunded",
        reversed,
        "refunded",
        reversed == Json.number(payment, "amount"));
    simulation.store().touch(payment);
  }

  private Stream<JsonObject> of(Call call, JsonObject transfer) {
    String id = Json.requiredText(transfer, "id");
    return simulation
        .store()
        .newestFirst(call.account(), TYPE)
        .filter(reversal -> id.equals(Json.text(reversal, "transfer")));
  }

  private JsonElement retrieve(Call call) {
    return of(call, transfers.existing(call))
        .filter(reversal -> call.variable(1).equals(Json.text(reversal, "id")))
        .findFirst()
        .orElseThrow(() -> StripeFailure.notFound("transfer reversal", call.variable(1)));
  }
}
