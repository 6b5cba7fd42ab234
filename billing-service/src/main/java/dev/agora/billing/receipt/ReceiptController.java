package dev.agora.billing.receipt;

import dev.agora.billing.BillingProblem;
import dev.agora.billing.purchase.Buyer;
import dev.agora.billing.purchase.Buyers;
import dev.agora.billing.purchase.FindPurchase;
import dev.agora.billing.purchase.Purchase;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Receipts, as JSON or to print. */
@RestController
class ReceiptController {

  private static final String PATH = "/api/v1/billing/purchases/{id}/receipt";
  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private final FindPurchase findPurchase;
  private final Buyers buyers;

  ReceiptController(FindPurchase findPurchase, Buyers buyers) {
    this.findPurchase = findPurchase;
    this.buyers = buyers;
  }

  @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> json(Caller caller, @PathVariable String id) {
    return answer(caller, id, ResponseEntity::ok);
  }

  @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> page(Caller caller, @PathVariable String id) {
    return answer(
        caller,
        id,
        receipt ->
            ResponseEntity.ok()
                .contentType(HTML)
                .body(ReceiptPage.of(receipt).getBytes(StandardCharsets.UTF_8)));
  }

  private ResponseEntity<?> answer(
      Caller caller, String id, Function<Receipt, ResponseEntity<?>> written) {
    Optional<Purchase> purchase = findPurchase.ofHuman(caller.id(), id);
    if (purchase.isEmpty()) {
      return Problems.answer(
          Problem.of(BillingProblem.PURCHASE_UNKNOWN, "You have no purchase of that id."));
    }
    String buyer = buyers.human(caller.id()).map(Buyer::name).orElse(caller.id());
    return Receipt.of(purchase.get(), buyer)
        .<ResponseEntity<?>>map(written)
        .orElseGet(
            () ->
                Problems.answer(
                    Problem.of(BillingProblem.RECEIPT_NOT_READY, "It is not paid yet.")));
  }
}
