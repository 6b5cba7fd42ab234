package dev.agora.stripesimulator.admin;

import com.google.gson.JsonObject;
import dev.agora.stripesimulator.http.Page;
import dev.agora.stripesimulator.http.PageAnswer;
import dev.agora.stripesimulator.http.Routes;
import dev.agora.stripesimulator.http.StripeFailure;
import dev.agora.stripesimulator.page.Html;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import dev.agora.stripesimulator.state.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page {@code /dashboard}: the newest objects, and buttons for what banks and time do. */
public final class Dashboard implements Page {
  private static final String HOME = "/dashboard";
  private static final int SHOWN = 25;
  private static final List<String> TYPES =
      List.of("charge", "refund", "dispute", "checkout.session", "transfer", "payout", "event");

  private final Simulation simulation;
  private final Routes api;
  private final Routes admin;

  /** The dashboard of a world, whose buttons make these calls. */
  public Dashboard(Simulation simulation, Routes api, Routes admin) {
    this.simulation = simulation;
    this.api = api;
    this.admin = admin;
  }

  @Override
  public PageAnswer show(String id) {
    return new PageAnswer.Html(200, page(null));
  }

  @Override
  public PageAnswer submit(String page, JsonObject fields) {
    String wanted = Json.text(fields, "act");
    String id = Json.text(fields, "id");
    Optional<Act> act =
        Arrays.stream(Act.values()).filter(each -> each.name().equals(wanted)).findFirst();
    if (act.isEmpty() || id == null || simulation.store().find(id).isEmpty()) {
      return new PageAnswer.Html(400, page("There is no such button or object."));
    }
    try {
      perform(act.get(), id);
      return new PageAnswer.Redirect(HOME);
    } catch (StripeFailure refused) {
      return new PageAnswer.Html(400, page(refused.getMessage()));
    }
  }

  private void perform(Act act, String id) {
    String path = act.path(id);
    String account = simulation.store().accountOf(id);
    boolean pressed =
        admin
            .press(account, path, act.body(id))
            .or(() -> api.press(account, path, act.body(id)))
            .isPresent();
    if (!pressed) {
      throw new IllegalStateException("no call " + path);
    }
  }

  private String page(@Nullable String error) {
    String body =
        "<h1>Stripe stand-in</h1>\n<p class=\"soft\">Simulated time: "
            + simulation.clock().now()
            + "</p>\n"
            + (error == null
                ? ""
                : "<p class=\"error\" role=\"alert\">" + Html.escape(error) + "</p>\n")
            + TYPES.stream().map(this::section).collect(Collectors.joining());
    return Html.wide("Stripe stand-in", body);
  }

  private String section(String type) {
    List<Store.Stored> all = new ArrayList<>(simulation.store().all(type).toList());
    String rows =
        all.reversed().stream()
            .limit(SHOWN)
            .map(stored -> row(type, stored))
            .collect(Collectors.joining());
    return """
        <h2>%s <span class="soft">%d</span></h2>
        <table>
        %s</table>
        """
        .formatted(Html.escape(type), all.size(), rows);
  }

  private static String row(String type, Store.Stored stored) {
    JsonObject object = stored.object();
    String amount = object.has("amount") ? Html.dollars(Json.number(object, "amount")) : "";
    String what = Json.text(object, type.equals("event") ? "type" : "status");
    String account = stored.account().equals(Simulation.PLATFORM) ? "" : stored.account();
    return "<tr><th scope=\"row\">%s</th><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>\n"
        .formatted(
            Html.escape(stored.id()),
            amount,
            Html.escape(what),
            Html.escape(account),
            Act.to(type).stream()
                .map(act -> button(act, stored.id()))
                .collect(Collectors.joining()));
  }

  private static String button(Act act, String id) {
    return """
        <form method="post" action="%s"><input type="hidden" name="act" value="%s">\
        <input type="hidden" name="id" value="%s"><button aria-label="%s %s">%s</button></form>"""
        .formatted(HOME, act.name(), Html.escape(id), act.label(), Html.escape(id), act.label());
  }
}
