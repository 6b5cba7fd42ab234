package dev.agora.stripesimulator.balance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.stripe.param.BalanceRetrieveParams;
import com.stripe.param.BalanceTransactionListParams;
import com.stripe.param.BalanceTransactionRetrieveParams;
import com.stripe.param.TopupCreateParams;
import com.stripe.param.TopupRetrieveParams;
import dev.agora.stripesimulator.http.Call;
import dev.agora.stripesimulator.http.Paging;
import dev.agora.stripesimulator.http.Routes;
import dev.agora.stripesimulator.http.Shelf;
import dev.agora.stripesimulator.state.Draft;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import java.util.List;

/** {@code /v1/balance}, {@code /v1/balance_transactions} and {@code /v1/topups}. */
public final class BalanceRoutes {
  private final Simulation simulation;
  private final Shelf transactions;
  private final Shelf topUps;
  private final BalanceSheet sheet;

  /** The endpoints over the sheet. */
  public BalanceRoutes(Simulation simulation, BalanceSheet sheet) {
    this.simulation = simulation;
    transactions = Shelf.of(simulation, BalanceSheet.TYPE, "balance transaction");
    topUps = Shelf.of(simulation, "topup", "topup");
    this.sheet = sheet;
  }

  /** Adds the API's endpoints. */
  public void register(Routes routes) {
    routes
        .get("/v1/balance", BalanceRetrieveParams.class, this::balance)
        .get("/v1/balance_transactions", BalanceTransactionListParams.class, this::list)
        .get(
            "/v1/balance_transactions/{}",
            BalanceTransactionRetrieveParams.class,
            transactions::existing)
        .post("/v1/topups", TopupCreateParams.class, this::topUp)
        .get("/v1/topups/{}", TopupRetrieveParams.class, topUps::existing);
  }

  /** Adds the calls of {@code /_sim/}. */
  public void registerAdmin(Routes routes) {
    routes
        .unchecked("POST", "/_sim/settle", this::settleAll)
        .unchecked("GET", "/_sim/ledger", call -> ledger());
  }

  private JsonElement balance(Call call) {
    JsonObject balance =
        Draft.object()
            .set("object", "balance")
            .set("available", List.of(usd(sheet.available(call.account()))))
            .set("livemode", false)
            .set("pending", List.of(usd(sheet.pending(call.account()))))
            .json();
    if (call.account().equals(Simulation.PLATFORM)) {
      balance.add("connect_reserved", Json.array(Json.object("amount", 0, "currency", "usd")));
    }
    return balance;
  }

  private static JsonObject usd(long amount) {
    return Draft.object()
        .set("amount", amount)
        .set("currency", "usd")
        .set("source_types", Json.object("card", amount))
        .json();
  }

  private JsonElement list(Call call) {
    String payout = call.text("payout");
    return Paging.page(
        call,
        transactions.all(call).filter(each -> payout == null || isPartOf(payout, each)),
        "type",
        "source",
        "currency");
  }

  private boolean isPartOf(String payout, JsonObject transaction) {
    return payout.equals(Json.text(transaction, "source"))
        || simulation
            .store()
            .find("sim_paid_" + Json.requiredText(transaction, "id"))
            .filter(paid -> payout.equals(Json.text(paid, "payout")))
            .isPresent();
  }

  private JsonElement topUp(Call call) {
    long amount = call.requiredNumber("amount");
    JsonObject topUp =
        Draft.template("topup")
            .set("id", simulation.ids().next("tu_"))
            .set("amount", amount)
            .set("currency", call.required("currency"))
            .set("created", simulation.clock().seconds())
            .set("description", call.text("description"))
            .set("expected_availability_date", simulation.clock().seconds())
            .set("metadata", call.metadata())
            .json();
    BalanceSheet.Movement movement =
        BalanceSheet.Movement.atOnce(
            "topup", "topup", amount, Json.requiredText(topUp, "id"), "Top-up");
    JsonObject booked = sheet.book(call.account(), movement);
    topUp.add("balance_transaction", booked.get("id"));
    return simulation.store().put(call.account(), topUp);
  }

  private JsonElement settleAll(Call call) {
    sheet.settleAll();
    return ledger();
  }

  private JsonElement ledger() {
    List<JsonObject> accounts =
        simulation
            .store()
            .all("sim.balance")
            .map(stored -> account(Json.requiredText(stored.object(), "of")))
            .toList();
    return Json.object("data", accounts);
  }

  private JsonObject account(String account) {
    long sum =
        simulation
            .store()
            .newestFirst(account, BalanceSheet.TYPE)
            .mapToLong(transaction -> Json.number(transaction, "net"))
            .sum();
    return Draft.object()
        .set("account", account)
        .set("sum_of_transactions", sum)
        .set("available", sheet.available(account))
        .set("pending", sheet.pending(account))
        .json();
  }
}
