package dev.agora.stripesimulator.connect;

import com.google.gson.JsonObject;
import dev.agora.stripesimulator.http.Paging;
import dev.agora.stripesimulator.state.Draft;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The same account as {@code /v1/accounts} shows it. */
final class V1Account {
  private V1Account() {}

  static JsonObject of(JsonObject account, Simulation simulation) {
    boolean transfers = RecipientAccount.isActive(account, RecipientAccount.TRANSFERS);
    String id = Json.requiredText(account, "id");
    JsonObject view =
        Draft.template("account")
            .set("id", id)
            .set("created", Instant.parse(Json.requiredText(account, "created")).getEpochSecond())
            .set(
                "country",
                Json.requiredText(account, "identity", "country").toUpperCase(Locale.ROOT))
            .set("email", Json.text(account, "contact_email"))
            .set("metadata", Json.child(account, "metadata").deepCopy())
            .set("capabilities", Json.object("transfers", transfers ? "active" : "inactive"))
            .set("details_submitted", transfers)
            .set("payouts_enabled", RecipientAccount.isActive(account, RecipientAccount.PAYOUTS))
            .set("external_accounts", banks(id, simulation))
            .json();
    if (!transfers) {
      Json.with(
          Json.child(view, "requirements"),
          "currently_due",
          Json.array("individual.id_number", "external_account"),
          "disabled_reason",
          "requirements.past_due");
    }
    return view;
  }

  private static JsonObject banks(String account, Simulation simulation) {
    List<JsonObject> banks = Banks.of(simulation, account).stream().toList();
    return Paging.list("/v1/accounts/" + account + "/external_accounts", banks, false);
  }
}
