package dev.agora.stripesimulator.connect;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.stripe.param.PayoutCancelParams;
import com.stripe.param.PayoutCreateParams;
import com.stripe.param.PayoutListParams;
import com.stripe.param.PayoutRetrieveParams;
import com.stripe.param.PayoutReverseParams;
import dev.agora.stripesimulator.balance.BalanceSheet;
import dev.agora.stripesimulator.http.Call;
import dev.agora.stripesimulator.http.Routes;
import dev.agora.stripesimulator.http.Shelf;
import dev.agora.stripesimulator.http.StripeFailure;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;

/** {@code /v1/payouts}, of the platform or of a connected account. */
final class Payouts {
  private final Simulation simulation;
  private final Shelf shelf;
  private final BalanceSheet sheet;
  private final PayoutLife life;

  Payouts(Simulation simulation, BalanceSheet sheet, PayoutLife life) {
    this.simulation = simulation;
    shelf = Shelf.of(simulation, PayoutLife.TYPE, "payout");
    this.sheet = sheet;
    this.life = life;
  }

  void register(Routes routes) {
    String one = "/v1/payouts/{}";
    routes
        .post("/v1/payouts", PayoutCreateParams.class, this::create)
        .get("/v1/payouts", PayoutListParams.class, this::list)
        .get(one, PayoutRetrieveParams.class, shelf::existing)
        .post(one + "/cancel", PayoutCancelParams.class, this::cancel)
        .post(one + "/reverse", PayoutReverseParams.class, this::reverse);
  }

  void registerAdmin(Routes routes) {
    routes.unchecked("POST", "/_sim/payouts/{}/fail", this::fail);
  }

  private JsonElement create(Call call) {
    long amount = call.requiredNumber("amount");
    call.required("currency");
    if (!life.isAble(call.account())) {
      throw StripeFailure.refused(
          "payouts_not_allowed",
          null,
          "Your account cannot make payouts until what Stripe asks of it is there.");
    }
    if (amount < 1 || sheet.available(call.account()) < amount) {
      throw StripeFailure.refused(
          "balance_insufficient",
          "amount",
          "You have insufficient funds in your Stripe account for this payout.");
    }
    JsonObject payout = life.create(call.account(), amount, false);
    payout.add("metadata", call.metadata());
    Json.with(payout, "statement_descriptor", call.text("statement_descriptor"));
    if (call.text("description") != null) {
      Json.with(payout, "description", call.text("description"));
    }
    simulation.store().touch(payout);
    life.tellCreated(payout);
    return payout;
  }

  private JsonElement cancel(Call call) {
    JsonObject payout = shelf.existing(call);
    if (!"pending".equals(Json.text(payout, "status"))) {
      throw StripeFailure.refused(
          "payout_not_cancelable", null, "Only pending payouts can be canceled.");
    }
    life.cancel(payout);
    return payout;
  }

  private JsonElement reverse(Call call) {
    JsonObject payout = shelf.existing(call);
    boolean arrived = "paid".equals(Json.text(payout, "status"));
    boolean first = Json.text(payout, "reversed_by") == null;
    boolean original = Json.text(payout, "original_payout") == null;
    if (call.account().equals(Simulation.PLATFORM) || !arrived || !first || !original) {
      throw StripeFailure.refused(
          null, null, "Only a paid payout of a connected account can be reversed, and once.");
    }
    return life.reverse(payout, call.metadata());
  }

  private JsonElement fail(Call call) {
    String id = call.variable(0);
    JsonObject payout =
        simulation
            .store()
            .find(id)
            .filter(found -> PayoutLife.TYPE.equals(Json.text(found, "object")))
            .orElseThrow(() -> StripeFailure.notFound("payout", id));
    if (PayoutLife.isBack(payout)) {
      throw StripeFailure.refused(null, null, "The money of this payout is back already.");
    }
    String code = call.text("code");
    life.fail(payout, code == null ? "account_closed" : code);
    return payout;
  }

  private JsonElement list(Call call) {
    return shelf.page(call, "status", "destination");
  }
}
