package dev.agora.stripesimulator.connect;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.stripe.param.AccountLoginLinkCreateParams;
import dev.agora.stripesimulator.balance.BalanceSheet;
import dev.agora.stripesimulator.http.Call;
import dev.agora.stripesimulator.http.Page;
import dev.agora.stripesimulator.http.PageAnswer;
import dev.agora.stripesimulator.http.Routes;
import dev.agora.stripesimulator.http.Shelf;
import dev.agora.stripesimulator.http.StripeFailure;
import dev.agora.stripesimulator.page.Html;
import dev.agora.stripesimulator.state.Draft;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /v1/accounts/…/login_links} and the page they lead to for a few minutes: an owner sees the
 * balance, and names another bank account.
 */
final class LoginLinks implements Page {
  private static final String TYPE = "sim.login_link";
  private static final Duration VALID = Duration.ofMinutes(5);

  private final Simulation simulation;
  private final BalanceSheet sheet;
  private final Onboarding onboarding;
  private final String baseUrl;
  private final Shelf accounts;

  LoginLinks(Simulation simulation, BalanceSheet sheet, Onboarding onboarding, String baseUrl) {
    this.simulation = simulation;
    this.sheet = sheet;
    this.onboarding = onboarding;
    this.baseUrl = baseUrl;
    accounts = Shelf.ofPlatform(simulation, RecipientAccount.TYPE, "account");
  }

  void register(Routes routes) {
    routes.post("/v1/accounts/{}/login_links", AccountLoginLinkCreateParams.class, this::create);
  }

  private JsonElement create(Call call) {
    String account = Json.requiredText(accounts.existing(call), "id");
    if (Banks.of(simulation, account).isEmpty()) {
      throw StripeFailure.refused(
          null,
          null,
          "Cannot create a login link for an account that has not completed onboarding.");
    }
    String token = simulation.ids().secret("");
    simulation
        .store()
        .put(
            "sim",
            Draft.object()
                .set("id", id(token))
                .set("object", TYPE)
                .set("account", account)
                .set("expires", simulation.clock().now().plus(VALID).toEpochMilli())
                .json());
    return Draft.object()
        .set("object", "login_link")
        .set("created", simulation.clock().seconds())
        .set("url", baseUrl + "/express/" + token)
        .json();
  }

  private static String id(String token) {
    return "sim_login_" + token;
  }

  @Override
  public PageAnswer show(String token) {
    return account(token).map(account -> shown(200, account, null)).orElseGet(LoginLinks::gone);
  }

  @Override
  public PageAnswer submit(String token, JsonObject fields) {
    Optional<String> account = account(token);
    if (account.isEmpty()) {
      return gone();
    }
    String typed = Json.text(fields, "bank");
    String number = typed == null ? "" : typed.replace(" ", "");
    if (!TestBank.isKnown(number)) {
      return shown(422, account.get(), "Only Stripe's test account numbers work here.");
    }
    onboarding.changeBank(account.get(), number);
    return shown(200, account.get(), null);
  }

  private Optional<String> account(String token) {
    long now = simulation.clock().now().toEpochMilli();
    return simulation
        .store()
        .find(id(token))
        .filter(link -> Json.number(link, "expires") >= now)
        .map(link -> Json.requiredText(link, "account"));
  }

  private static PageAnswer gone() {
    return new PageAnswer.Html(410, Html.message("Gone", "This link is over; ask for another."));
  }

  private PageAnswer shown(int status, String account, @Nullable String error) {
    String bank = Banks.of(simulation, account).map(it -> Json.text(it, "last4")).orElse("");
    String body =
        """
        <h1>Your payouts</h1>
        <p class="amount">%s</p>
        <p class="soft">goes to the bank account that ends in %s</p>
        %s
        <form method="post" autocomplete="off">
        <label for="bank">Another bank account number</label>
        <input id="bank" name="bank" type="text" inputmode="numeric" maxlength="17">
        <button>Change</button>
        </form>"""
            .formatted(
                Html.dollars(sheet.available(account)),
                Html.escape(bank),
                error == null
                    ? ""
                    : "<p class=\"error\" role=\"alert\">" + Html.escape(error) + "</p>");
    return new PageAnswer.Html(status, Html.page("Your payouts", body));
  }
}
