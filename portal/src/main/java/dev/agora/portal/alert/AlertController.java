package dev.agora.portal.alert;

import dev.agora.portal.api.AlertsApi;
import dev.agora.portal.api.ApiProblem;
import dev.agora.portal.api.Webhook;
import dev.agora.portal.page.AgentChoice;
import dev.agora.portal.page.Done;
import dev.agora.portal.page.Figures;
import dev.agora.portal.session.Seal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Rules, their ways, and what was told. */
@Controller
class AlertController {

  private static final String PAGE = "redirect:/portal/alerts";
  private static final int RULES_MAX = 100;
  private static final int ALERTS = 20;

  private final AlertsApi alerts;
  private final AgentChoice choice;
  private final Figures figures;
  private final Seal seal;

  AlertController(AlertsApi alerts, AgentChoice choice, Figures figures, Seal seal) {
    this.alerts = alerts;
    this.choice = choice;
    this.figures = figures;
    this.seal = seal;
  }

  @GetMapping("/portal/alerts")
  String alerts(
      @RequestParam(defaultValue = "") String agent,
      @RequestParam(required = false) @Nullable String cursor,
      Model model) {
    choice.choose(agent, model);
    model.addAttribute("rules", figures.read("alert rules", () -> alerts.rules(RULES_MAX)));
    model.addAttribute(
        "alerts", figures.read("alerts " + cursor, () -> alerts.alerts(ALERTS, cursor)));
    model.addAttribute("webhook", figures.read("webhook", this::webhook));
    if (model.getAttribute("sealedSecret") instanceof String sealed) {
      model.addAttribute("secret", seal.open(sealed));
    }
    return "alert/alerts";
  }

  @PostMapping("/portal/alerts/rules")
  String add(
      @RequestParam String agent,
      @RequestParam String kind,
      @RequestParam String threshold,
      @RequestParam(defaultValue = "false") boolean mail,
      @RequestParam(defaultValue = "false") boolean webhook,
      RedirectAttributes next) {
    alerts.add(new AlertsApi.NewRule(agent, kind, plain(threshold), mail, webhook));
    Done.say(next, "You will be told, from the agent's next transaction on.");
    return PAGE;
  }

  /** Another threshold can be crossed anew. */
  @PostMapping("/portal/alerts/rules/{id}")
  String change(
      @PathVariable String id,
      @RequestParam String newThreshold,
      @RequestParam(defaultValue = "false") boolean mail,
      @RequestParam(defaultValue = "false") boolean webhook,
      RedirectAttributes next) {
    alerts.change(id, new AlertsApi.ChangedRule(plain(newThreshold), mail, webhook));
    Done.say(next, "Changed. It counts from the agent's next transaction on.");
    return PAGE;
  }

  @PostMapping("/portal/alerts/rules/{id}/remove")
  String remove(@PathVariable String id, RedirectAttributes next) {
    alerts.remove(id);
    Done.say(next, "You will not be told of it any more.");
    return PAGE;
  }

  @PostMapping("/portal/alerts/rules/{id}/test")
  String test(@PathVariable String id, RedirectAttributes next) {
    alerts.test(id);
    Done.say(next, "A test alert is on its way. The list below says how it comes.");
    return PAGE;
  }

  @PostMapping("/portal/alerts/webhook")
  String setWebhook(@RequestParam String url, RedirectAttributes next) {
    Webhook set = alerts.setWebhook(new AlertsApi.Address(url.strip()));
    next.addFlashAttribute("sealedSecret", seal.close(String.valueOf(set.secret())));
    Done.say(next, "Your program will be called.");
    return PAGE;
  }

  @PostMapping("/portal/alerts/webhook/remove")
  String removeWebhook(RedirectAttributes next) {
    alerts.removeWebhook();
    Done.say(next, "Your program is not called any more.");
    return PAGE;
  }

  private static String plain(String written) {
    return written.strip().replace(",", "");
  }

  private Optional<Webhook> webhook() {
    try {
      return Optional.of(alerts.webhook());
    } catch (ApiProblem problem) {
      if (problem.is("not_found")) {
        return Optional.empty();
      }
      throw problem;
    }
  }
}
