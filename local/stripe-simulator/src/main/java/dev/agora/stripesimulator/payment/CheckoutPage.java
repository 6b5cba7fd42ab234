package dev.agora.stripesimulator.payment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.agora.stripesimulator.http.Page;
import dev.agora.stripesimulator.http.PageAnswer;
import dev.agora.stripesimulator.page.Html;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The hosted page of a Checkout Session. */
final class CheckoutPage implements Page {
  private final Simulation simulation;
  private final Checkout checkout;

  CheckoutPage(Simulation simulation, Checkout checkout) {
    this.simulation = simulation;
    this.checkout = checkout;
  }

  @Override
  public PageAnswer show(String id) {
    Optional<JsonObject> session = session(id);
    return session.isPresent() && Checkout.isOpen(session.get())
        ? new PageAnswer.Html(200, form(session.get(), null))
        : closed(session);
  }

  @Override
  public PageAnswer submit(String id, JsonObject fields) {
    Optional<JsonObject> found = session(id);
    if (found.isEmpty() || !Checkout.isOpen(found.get())) {
      return closed(found);
    }
    JsonObject session = found.get();
    String typed = Json.text(fields, "card");
    Optional<TestCard> card = TestCard.ofNumber(typed == null ? "" : typed);
    if (card.isEmpty()) {
      String message = "Your card number is invalid. Only Stripe's test cards work here.";
      return new PageAnswer.Html(402, form(session, message));
    }
    Checkout.Payer payer =
        new Checkout.Payer(card.get(), filled(fields, "name"), filled(fields, "email"));
    Optional<JsonObject> error = checkout.pay(session, payer);
    return error.isPresent()
        ? new PageAnswer.Html(402, form(session, Json.text(error.get(), "message")))
        : new PageAnswer.Redirect(successUrl(session));
  }

  private static String successUrl(JsonObject session) {
    return Json.requiredText(session, "success_url")
        .replace("{CHECKOUT_SESSION_ID}", Json.requiredText(session, "id"));
  }

  private static @Nullable String filled(JsonObject fields, String name) {
    String text = Json.text(fields, name);
    return text == null || text.isBlank() ? null : text.strip();
  }

  private Optional<JsonObject> session(String id) {
    return simulation
        .store()
        .find(id)
        .filter(object -> Checkout.TYPE.equals(Json.text(object, "object")));
  }

  private static PageAnswer closed(Optional<JsonObject> session) {
    if (session.isEmpty()) {
      return new PageAnswer.Html(404, Html.message("Not found", "There is no such checkout."));
    }
    boolean complete = "complete".equals(Json.text(session.get(), "status"));
    if (complete && isSetup(session.get())) {
      return new PageAnswer.Html(200, Html.message("Saved", "This card has been saved already."));
    }
    return complete
        ? new PageAnswer.Html(200, Html.message("Paid", "This checkout has been paid already."))
        : new PageAnswer.Html(
            410, Html.message("Expired", "This checkout has expired. Nothing was charged."));
  }

  private String form(JsonObject session, @Nullable String error) {
    boolean setup = isSetup(session);
    String amount = Html.dollars(Json.number(session, "amount_total"));
    String title = setup ? "Save a card" : "Pay " + amount;
    String cancel = Json.text(session, "cancel_url");
    String body =
        """
        <h1>%s</h1>
        %s%s
        <form method="post" autocomplete="off">
        <label for="card">Card number</label>
        <input id="card" name="card" type="text" inputmode="numeric" required maxlength="24"
          placeholder="4242 4242 4242 4242" autofocus>
        <div class="two">
        <div><label for="expiry">Expires</label>
        <input id="expiry" name="expiry" type="text" placeholder="12 / 34" maxlength="7"></div>
        <div><label for="cvc">CVC</label>
        <input id="cvc" name="cvc" type="text" inputmode="numeric" placeholder="123" maxlength="4">
        </div></div>
        %s<label for="name">Name on card</label>
        <input id="name" name="name" type="text" maxlength="100">
        <button>%s</button>
        </form>
        %s"""
            .formatted(
                setup ? "Save a card" : items(session),
                setup ? "" : "<p class=\"amount\">" + amount + "</p>",
                error == null
                    ? ""
                    : "<p class=\"error\" role=\"alert\">" + Html.escape(error) + "</p>",
                email(session),
                Html.escape(title),
                cancel == null
                    ? ""
                    : "<p class=\"away\"><a href=\"" + Html.escape(cancel) + "\">Cancel</a></p>");
    return Html.page(title, body);
  }

  private static boolean isSetup(JsonObject session) {
    return "setup".equals(Json.text(session, "mode"));
  }

  private String items(JsonObject session) {
    return Json.list(checkout.side(session), "items").stream()
        .map(CheckoutPage::item)
        .collect(Collectors.joining("<br>"));
  }

  private static String item(JsonElement item) {
    long quantity = Json.number(item, "quantity");
    String times = quantity == 1 ? "" : " &times; " + quantity;
    return Html.escape(Json.text(item, "description")) + times;
  }

  private static String email(JsonObject session) {
    String known = Json.text(session, "customer_email");
    if (known != null) {
      return "<p class=\"soft\">" + Html.escape(known) + "</p>\n";
    }
    return Json.text(session, "customer") != null
        ? ""
        : """
        <label for="email">E-mail</label>
        <input id="email" name="email" type="email" maxlength="100">
        """;
  }
}
