package dev.agora.stripesimulator.connect;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.agora.stripesimulator.state.Draft;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Templates;
import java.util.List;

/** What a v2 account with the recipient configuration looks like, and its capabilities. */
final class RecipientAccount {
  static final String TYPE = "v2.core.account";
  static final String TRANSFERS = "stripe_transfers";
  static final String PAYOUTS = "payouts";
  private static final String[] CAPABILITIES = {
    "configuration", "recipient", "capabilities", "stripe_balance"
  };

  private RecipientAccount() {}

  /** The parts that are null in an answer unless {@code include} names them. */
  static final List<String> INCLUDABLE =
      List.of("configuration", "defaults", "future_requirements", "identity", "requirements");

  static JsonObject fresh(String id, String created) {
    return Draft.template(TYPE)
        .set("id", id)
        .set("created", created)
        .set("requirements", Templates.of("v2.requirements"))
        .json();
  }

  /** Lets the account be one that can receive transfers, once it has shown who it is. */
  static void requestTransfers(JsonObject account) {
    JsonObject configuration = Json.child(account, "configuration");
    if (Json.at(configuration, "recipient") != null) {
      return;
    }
    JsonObject balance =
        Json.object(
            PAYOUTS,
            restricted("requirements_past_due"),
            TRANSFERS,
            restricted("requirements_past_due"));
    configuration.add(
        "recipient",
        Json.object("applied", true, "capabilities", Json.object("stripe_balance", balance)));
    account.add("applied_configurations", Json.array("recipient"));
  }

  static boolean isActive(JsonObject account, String capability) {
    return "active".equals(Json.text(capabilities(account), capability, "status"));
  }

  static boolean hasCapabilities(JsonObject account) {
    return capabilities(account).size() > 0;
  }

  static void activate(JsonObject account, String capability) {
    capabilities(account)
        .add(capability, Json.object("status", "active", "status_details", Json.array()));
  }

  static void restrict(JsonObject account, String capability) {
    capabilities(account).add(capability, restricted("restricted_other"));
  }

  private static JsonObject capabilities(JsonObject account) {
    return Json.child(account, CAPABILITIES);
  }

  private static JsonObject restricted(String code) {
    String resolution = code.equals("requirements_past_due") ? "provide_info" : "contact_stripe";
    return Json.object(
        "status",
        "restricted",
        "status_details",
        Json.array(Json.object("code", code, "resolution", resolution)));
  }

  static void requirements(JsonObject account, boolean met) {
    account.add(
        "requirements",
        met
            ? Json.object("entries", Json.array(), "summary", null)
            : Templates.of("v2.requirements"));
  }

  /** The account as an answer shows it. */
  static JsonObject shown(JsonObject account, List<JsonElement> include) {
    JsonObject shown = account.deepCopy();
    List<String> wanted = include.stream().map(JsonElement::getAsString).toList();
    for (String part : INCLUDABLE) {
      boolean named =
          wanted.stream().anyMatch(name -> name.equals(part) || name.startsWith(part + "."));
      if (!named) {
        Json.with(shown, part, null);
      }
    }
    return shown;
  }
}
