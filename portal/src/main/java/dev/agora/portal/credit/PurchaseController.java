package dev.agora.portal.credit;

import dev.agora.portal.api.ApiProblem;
import dev.agora.portal.api.BillingApi;
import dev.agora.portal.api.CardRefund;
import dev.agora.portal.api.Purchase;
import dev.agora.portal.page.Done;
import dev.agora.portal.page.Following;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One purchase, followed until the credits are there, with its receipt and its refund. */
@Controller
class PurchaseController {

  private static final String PAGE = "redirect:/portal/credits/";

  private final BillingApi billing;

  PurchaseController(BillingApi billing) {
    this.billing = billing;
  }

  @GetMapping("/portal/credits/{id}")
  String purchase(@PathVariable String id, Model model) {
    follow(id, 0, model);
    model.addAttribute("refund", refund(id));
    return "credit/purchase";
  }

  /** The part of the page that changes, for a page that asks again. */
  @GetMapping("/portal/credits/{id}/steps")
  String steps(@PathVariable String id, @RequestParam(defaultValue = "0") int round, Model model) {
    follow(id, round, model);
    return "credit/purchase :: steps";
  }

  @GetMapping("/portal/credits/{id}/receipt")
  String receipt(@PathVariable String id, Model model) {
    model.addAttribute("receipt", billing.receipt(id));
    return "credit/receipt";
  }

  @PostMapping("/portal/credits/{id}/refund")
  String giveBack(
      @PathVariable String id,
      @RequestParam String formKey,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next) {
    billing.refund(id, formKey, new BillingApi.RefundWish(reason.isBlank() ? null : reason));
    Done.say(next, "What is left of these credits goes back to your card.");
    return PAGE + id;
  }

  private void follow(String id, int round, Model model) {
    Purchase purchase = billing.purchase(id);
    model.addAttribute("purchase", purchase);
    model.addAttribute("following", Following.of(purchase.isUnderWay(), round));
  }

  private @Nullable CardRefund refund(String id) {
    try {
      return billing.refundOf(id);
    } catch (ApiProblem none) {
      if (none.is("refund_unknown") || none.isOutage()) {
        return null;
      }
      throw none;
    }
  }
}
