package dev.agora.stripesimulator.payment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.stripe.param.ChargeListParams;
import com.stripe.param.ChargeRetrieveParams;
import dev.agora.stripesimulator.http.Call;
import dev.agora.stripesimulator.http.Expansion;
import dev.agora.stripesimulator.http.Paging;
import dev.agora.stripesimulator.http.Routes;
import dev.agora.stripesimulator.http.Shelf;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import java.util.List;

/** {@code /v1/charges}. */
final class Charges {
  private static final String TYPE = "charge";

  private final Simulation simulation;
  private final Shelf shelf;

  Charges(Simulation simulation) {
    this.simulation = simulation;
    shelf = Shelf.of(simulation, TYPE, "charge");
  }

  void register(Routes routes, Expansion expansion) {
    routes
        .get("/v1/charges", ChargeListParams.class, this::list)
        .get("/v1/charges/{}", ChargeRetrieveParams.class, shelf::existing);
    expansion.includes(TYPE, "refunds", this::refunds);
  }

  private JsonElement list(Call call) {
    return shelf.page(call, "customer", "payment_intent", "transfer_group");
  }

  private JsonElement refunds(JsonObject charge) {
    String id = Json.requiredText(charge, "id");
    List<JsonObject> refunds =
        simulation
            .store()
            .newestFirst(simulation.store().accountOf(id), "refund")
            .filter(refund -> id.equals(Json.text(refund, "charge")))
            .toList();
    return Paging.list("/v1/charges/" + id + "/refunds", refunds, false);
  }
}
