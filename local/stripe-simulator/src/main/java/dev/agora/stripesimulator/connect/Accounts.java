package dev.agora.stripesimulator.connect;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.stripe.param.v2.core.AccountCloseParams;
import com.stripe.param.v2.core.AccountCreateParams;
import com.stripe.param.v2.core.AccountListParams;
import com.stripe.param.v2.core.AccountRetrieveParams;
import com.stripe.param.v2.core.AccountUpdateParams;
import dev.agora.stripesimulator.http.Call;
import dev.agora.stripesimulator.http.Expansion;
import dev.agora.stripesimulator.http.Paging;
import dev.agora.stripesimulator.http.Routes;
import dev.agora.stripesimulator.http.Shelf;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import dev.agora.stripesimulator.webhook.Events;
import java.util.List;
import java.util.Locale;

/** {@code /v2/core/accounts}, and the same accounts at {@code /v1/accounts}. */
final class Accounts {
  private final Simulation simulation;
  private final Shelf shelf;
  private final Events events;
  private final Onboarding onboarding;

  Accounts(Simulation simulation, Events events, Onboarding onboarding) {
    this.simulation = simulation;
    shelf = Shelf.ofPlatform(simulation, RecipientAccount.TYPE, "account");
    this.events = events;
    this.onboarding = onboarding;
  }

  void register(Routes routes, Expansion expansion) {
    String one = "/v2/core/accounts/{}";
    routes
        .post("/v2/core/accounts", AccountCreateParams.class, this::create)
        .get("/v2/core/accounts", AccountListParams.class, this::list)
        .get(one, AccountRetrieveParams.class, call -> shown(call, shelf.existing(call)))
        .post(one, AccountUpdateParams.class, this::update)
        .post(one + "/close", AccountCloseParams.class, this::close)
        .get(
            "/v1/accounts/{}",
            com.stripe.param.AccountRetrieveParams.class,
            call -> v1(shelf.existing(call)))
        .get("/v1/accounts", com.stripe.param.AccountListParams.class, this::listV1);
    expansion.shows(RecipientAccount.TYPE, this::v1);
  }

  void registerAdmin(Routes routes) {
    routes
        .unchecked("POST", "/_sim/accounts/{}/verify", this::verify)
        .unchecked("POST", "/_sim/accounts/{}/restrict", this::restrict)
        .unchecked("POST", "/_sim/accounts/{}/close", this::close)
        .unchecked("POST", "/_sim/accounts/{}/bank", this::changeBank);
  }

  private JsonObject v1(JsonObject account) {
    return V1Account.of(account, simulation);
  }

  private JsonElement create(Call call) {
    String id = "acct_1" + simulation.ids().next("").substring(0, 15);
    JsonObject account = RecipientAccount.fresh(id, simulation.clock().now().toString());
    apply(call, account);
    simulation.store().put(Simulation.PLATFORM, account);
    events.notify("v2.core.account.created", id, new JsonObject());
    return shown(call, account);
  }

  private JsonElement update(Call call) {
    JsonObject account = shelf.existing(call);
    apply(call, account);
    simulation.store().touch(account);
    events.notify("v2.core.account.updated", call.variable(0), new JsonObject());
    events.emitAbout(call.variable(0), "account.updated", v1(account));
    return shown(call, account);
  }

  private static void apply(Call call, JsonObject account) {
    for (String field :
        new String[] {"contact_email", "contact_phone", "dashboard", "display_name"}) {
      if (call.has(field)) {
        Json.with(account, field, call.text(field));
      }
    }
    JsonObject identity = Json.child(account, "identity");
    String country = call.text("identity", "country");
    if (country != null) {
      identity.addProperty("country", country.toLowerCase(Locale.ROOT));
    }
    if (call.text("identity", "entity_type") != null) {
      Json.with(identity, "entity_type", call.text("identity", "entity_type"));
    }
    JsonObject responsibilities = Json.child(account, "defaults", "responsibilities");
    for (String collector : new String[] {"fees_collector", "losses_collector"}) {
      String sent = call.text("defaults", "responsibilities", collector);
      if (sent != null) {
        responsibilities.addProperty(collector, sent);
      }
    }
    account.add("metadata", call.metadataOver(Json.child(account, "metadata")));
    if (call.flag(
        "configuration",
        "recipient",
        "capabilities",
        "stripe_balance",
        "stripe_transfers",
        "requested")) {
      RecipientAccount.requestTransfers(account);
    }
  }

  private JsonElement close(Call call) {
    JsonObject account = shelf.existing(call);
    account.addProperty("closed", true);
    simulation.store().touch(account);
    events.notify("v2.core.account.closed", call.variable(0), new JsonObject());
    return shown(call, account);
  }

  private JsonElement list(Call call) {
    return Paging.pageV2(
        call, shelf.all(call).map(account -> RecipientAccount.shown(account, List.of())));
  }

  private JsonElement listV1(Call call) {
    return Paging.page(call, shelf.all(call).map(this::v1));
  }

  private JsonElement verify(Call call) {
    JsonObject account = shelf.existing(call);
    onboarding.setBank(call.variable(0), TestBank.GOOD);
    onboarding.complete(account);
    return account;
  }

  private JsonElement restrict(Call call) {
    JsonObject account = shelf.existing(call);
    String one = call.text("capability");
    onboarding.restrict(
        account,
        one == null ? List.of(RecipientAccount.TRANSFERS, RecipientAccount.PAYOUTS) : List.of(one));
    return account;
  }

  /** What owners do on their dashboard. */
  private JsonElement changeBank(Call call) {
    JsonObject account = shelf.existing(call);
    onboarding.changeBank(call.variable(0), call.required("number"));
    return account;
  }

  private static JsonObject shown(Call call, JsonObject account) {
    return RecipientAccount.shown(account, Json.list(call.params(), "include"));
  }
}
