package dev.agora.stripesimulator.connect;

import com.google.gson.JsonObject;
import com.stripe.param.AccountExternalAccountListParams;
import com.stripe.param.AccountExternalAccountRetrieveParams;
import dev.agora.stripesimulator.http.Call;
import dev.agora.stripesimulator.http.Paging;
import dev.agora.stripesimulator.http.Routes;
import dev.agora.stripesimulator.http.Shelf;
import dev.agora.stripesimulator.http.StripeFailure;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import java.util.Optional;

/**
 * {@code /v1/accounts/…/external_accounts}: the one bank account that an account's payouts go to.
 * Owners of Express accounts name it on Stripe's pages; platforms only read it.
 */
final class Banks {
  static final String TYPE = "bank_account";

  private final Simulation simulation;
  private final Shelf accounts;

  Banks(Simulation simulation) {
    this.simulation = simulation;
    accounts = Shelf.ofPlatform(simulation, RecipientAccount.TYPE, "account");
  }

  /** The bank account that payouts of the account go to. */
  static Optional<JsonObject> of(Simulation simulation, String account) {
    return simulation.store().newestFirst(account, TYPE).findFirst();
  }

  void register(Routes routes) {
    String all = "/v1/accounts/{}/external_accounts";
    routes
        .get(
            all,
            AccountExternalAccountListParams.class,
            call -> Paging.page(call, bank(call).stream(), "object"))
        .get(all + "/{}", AccountExternalAccountRetrieveParams.class, this::retrieve);
  }

  private JsonObject retrieve(Call call) {
    return bank(call)
        .filter(bank -> call.variable(1).equals(Json.text(bank, "id")))
        .orElseThrow(() -> StripeFailure.notFound("external account", call.variable(1)));
  }

  private Optional<JsonObject> bank(Call call) {
    return of(simulation, Json.requiredText(accounts.existing(call), "id"));
  }
}
