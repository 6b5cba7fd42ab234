package dev.agora.stripesimulator.connect;

import com.google.gson.JsonObject;
import dev.agora.stripesimulator.http.Page;
import dev.agora.stripesimulator.http.PageAnswer;
import dev.agora.stripesimulator.page.Html;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import dev.agora.stripesimulator.webhook.Events;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The hosted page on which an account's owner says who they are and where money should go. */
final class OnboardingPage implements Page {
  private final Simulation simulation;
  private final Events events;
  private final Onboarding onboarding;

  OnboardingPage(Simulation simulation, Events events, Onboarding onboarding) {
    this.simulation = simulation;
    this.events = events;
    this.onboarding = onboarding;
  }

  @Override
  public PageAnswer show(String token) {
    Optional<JsonObject> link = link(token);
    if (link.isEmpty()) {
      return notFound();
    }
    return isSpent(link.get())
        ? new PageAnswer.Redirect(Json.requiredText(link.get(), "refresh_url"))
        : new PageAnswer.Html(200, form(account(link.get()), null));
  }

  @Override
  public PageAnswer submit(String token, JsonObject fields) {
    Optional<JsonObject> found = link(token);
    if (found.isEmpty()) {
      return notFound();
    }
    JsonObject link = found.get();
    if (isSpent(link)) {
      return new PageAnswer.Redirect(Json.requiredText(link, "refresh_url"));
    }
    JsonObject account = account(link);
    String typed = Json.text(fields, "bank");
    String bank = typed == null || typed.isBlank() ? TestBank.GOOD : typed.replace(" ", "");
    if (!TestBank.isKnown(bank)) {
      String message = "Only Stripe's test account numbers work here, such as 000123456789.";
      return new PageAnswer.Html(422, form(account, message));
    }
    link.addProperty("used", true);
    simulation.store().touch(link);
    String id = Json.requiredText(account, "id");
    if (Json.flag(fields, "complete")) {
      onboarding.setBank(id, bank);
      onboarding.complete(account);
    }
    events.notify("v2.core.account_link.returned", id, new JsonObject());
    return new PageAnswer.Redirect(Json.requiredText(link, "return_url"));
  }

  private Optional<JsonObject> link(String token) {
    return simulation
        .store()
        .find("sim_link_" + token)
        .filter(link -> AccountLinks.TYPE.equals(Json.text(link, "object")));
  }

  private boolean isSpent(JsonObject link) {
    return Json.flag(link, "used")
        || Json.number(link, "expires") < simulation.clock().now().toEpochMilli();
  }

  private JsonObject account(JsonObject link) {
    return simulation.store().get(Json.requiredText(link, "account"));
  }

  private static PageAnswer notFound() {
    return new PageAnswer.Html(404, Html.message("Not found", "There is no such link."));
  }

  private static String form(JsonObject account, @Nullable String error) {
    String name = Json.text(account, "display_name");
    String email = Json.text(account, "contact_email");
    return Html.page(
        "Set up payouts",
        """
        <h1>Set up payouts</h1>
        <p class="soft">%s</p>
        <p class="soft">%s</p>
        %s
        <form method="post" autocomplete="off">
        <label for="bank">Bank account number</label>
        <input id="bank" name="bank" type="text" inputmode="numeric" maxlength="17"
          value="000123456789">
        <label class="check"><input type="checkbox" name="complete" value="true" checked>
        <span>I am who I say I am, and this is my bank account.</span></label>
        <button>Submit</button>
        </form>"""
            .formatted(
                Html.escape(name),
                Html.escape(email),
                error == null
                    ? ""
                    : "<p class=\"error\" role=\"alert\">" + Html.escape(error) + "</p>"));
  }
}
