package dev.agora.stripesimulator.connect;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.stripe.param.v2.core.AccountLinkCreateParams;
import dev.agora.stripesimulator.http.Call;
import dev.agora.stripesimulator.http.Routes;
import dev.agora.stripesimulator.http.StripeFailure;
import dev.agora.stripesimulator.state.Draft;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code /v2/core/account_links} and {@code /v1/account_links}: the way to the onboarding page,
 * once and for a short time.
 */
final class AccountLinks {
  static final String TYPE = "sim.account_link";
  private static final Duration VALID = Duration.ofMinutes(5);

  private final Simulation simulation;
  private final String baseUrl;

  AccountLinks(Simulation simulation, String baseUrl) {
    this.simulation = simulation;
    this.baseUrl = baseUrl;
  }

  void register(Routes routes) {
    routes
        .post("/v2/core/account_links", AccountLinkCreateParams.class, this::create)
        .post("/v1/account_links", com.stripe.param.AccountLinkCreateParams.class, this::createV1);
  }

  private JsonElement create(Call call) {
    String account = account(call);
    String useCase = call.required("use_case", "type");
    String refreshUrl = call.required("use_case", useCase, "refresh_url");
    String url = link(account, refreshUrl, call.text("use_case", useCase, "return_url"));
    return Draft.object()
        .set("object", "v2.core.account_link")
        .set("account", account)
        .set("created", simulation.clock().now().toString())
        .set("expires_at", expires().toString())
        .set("livemode", false)
        .set("url", url)
        .set("use_case", useCase(call, useCase))
        .json();
  }

  private JsonElement createV1(Call call) {
    call.required("type");
    String url = link(account(call), call.required("refresh_url"), call.required("return_url"));
    return Draft.object()
        .set("object", "account_link")
        .set("created", simulation.clock().seconds())
        .set("expires_at", expires().getEpochSecond())
        .set("url", url)
        .json();
  }

  private String account(Call call) {
    String account = call.required("account");
    if (simulation.store().find(Simulation.PLATFORM, RecipientAccount.TYPE, account).isEmpty()) {
      throw StripeFailure.unknown("account", account, "account");
    }
    return account;
  }

  private Instant expires() {
    return simulation.clock().now().plus(VALID);
  }

  /** Keeps a link; its address. */
  private String link(String account, String refreshUrl, @Nullable String returnUrl) {
    String token = simulation.ids().secret("");
    simulation
        .store()
        .put(
            "sim",
            Draft.object()
                .set("id", "sim_link_" + token)
                .set("object", TYPE)
                .set("account", account)
                .set("refresh_url", refreshUrl)
                .set("return_url", returnUrl == null ? refreshUrl : returnUrl)
                .set("expires", expires().toEpochMilli())
                .set("used", false)
                .json());
    return baseUrl + "/onboarding/" + token;
  }

  private static JsonObject useCase(Call call, String type) {
    JsonObject asked = Json.child(call.params(), "use_case", type).deepCopy();
    return Json.object("type", type, type, asked);
  }
}
