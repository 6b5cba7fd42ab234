package dev.agora.billing.purchase;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.agora.billing.BillingProblem;
import dev.agora.billing.pricing.Price;
import dev.agora.billing.pricing.PriceResult;
import dev.agora.billing.pricing.Pricing;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.idempotency.IdempotencyKey;
import dev.agora.http.idempotency.StoredAnswer;
import dev.agora.http.page.Page;
import dev.agora.http.page.PageRequest;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.ProblemCode;
import dev.agora.http.problem.Problems;
import dev.agora.money.Usd;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Buying credits, and looking at what was bought. */
@RestController
class PurchaseController {

  private final Pricing pricing;
  private final BuyCredits buyCredits;
  private final FindPurchase findPurchase;
  private final JsonMapper json;

  PurchaseController(
      Pricing pricing, BuyCredits buyCredits, FindPurchase findPurchase, JsonMapper json) {
    this.pricing = pricing;
    this.buyCredits = buyCredits;
    this.findPurchase = findPurchase;
    this.json = json;
  }

  /** Either a package or an amount. */
  record PurchaseRequest(
      @NotNull @Size(max = 64) String agent,
      @JsonProperty("package") @Nullable @Size(max = 64) String packageId,
      @Nullable Usd amountUsd) {}

  @PostMapping("/api/v1/billing/purchase-credits")
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> buy(
      Caller caller, IdempotencyKey key, @Valid @RequestBody PurchaseRequest request) {
    return switch (price(request)) {
      case null ->
          problem(BillingProblem.PACKAGE_OR_AMOUNT, "Name one of package and amountUsd, not both.");
      case PriceResult.NoSuchPackage(String packageId) ->
          Problems.answer(
              Problem.of(BillingProblem.PACKAGE_UNKNOWN, "There is no package " + packageId + ".")
                  .at("/package", "is not one of GET /api/v1/billing/packages"));
      case PriceResult.AmountOutOfRange(Usd min, Usd max) ->
          Problems.answer(
              Problem.of(BillingProblem.AMOUNT_OUT_OF_RANGE, "Buy for " + min + " to " + max + ".")
                  .at("/amountUsd", "must be between " + min + " and " + max));
      case PriceResult.Priced(Price price) ->
          answer(
              buyCredits.buy(
                  new BuyCreditsCommand(caller.id(), request.agent(), price),
                  key,
                  purchase -> accepted(key, purchase)),
              key);
    };
  }

  @GetMapping("/api/v1/billing/purchases")
  @AllowedTo(Role.HUMAN)
  Page<PurchaseAnswer> purchases(Caller caller, PageRequest page) {
    Page<Purchase> found = findPurchase.pageOfHuman(caller.id(), page);
    return new Page<>(found.items().stream().map(PurchaseAnswer::of).toList(), found.nextCursor());
  }

  @GetMapping("/api/v1/billing/purchases/{id}")
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> purchase(Caller caller, @PathVariable String id) {
    return findPurchase
        .ofHuman(caller.id(), id)
        .<ResponseEntity<?>>map(purchase -> ResponseEntity.ok(PurchaseAnswer.of(purchase)))
        .orElseGet(
            () -> problem(BillingProblem.PURCHASE_UNKNOWN, "You have no purchase of that id."));
  }

  private @Nullable PriceResult price(PurchaseRequest request) {
    if ((request.packageId() == null) == (request.amountUsd() == null)) {
      return null;
    }
    return request.packageId() == null
        ? pricing.ofAmount(request.amountUsd())
        : pricing.ofPackage(request.packageId());
  }

  private StoredAnswer accepted(IdempotencyKey key, Purchase purchase) {
    String body = json.writeValueAsString(PurchaseAnswer.of(purchase));
    return new StoredAnswer(key, 202, MediaType.APPLICATION_JSON_VALUE, body);
  }

  private static ResponseEntity<?> answer(BuyCreditsResult result, IdempotencyKey key) {
    return switch (result) {
      case BuyCreditsResult.KeyReused _ ->
          problem(
              CommonProblem.IDEMPOTENCY_KEY_REUSED,
              "The first request with this key had another body; take a new key for a new one.");
      case BuyCreditsResult.AgentUnknown _ ->
          problem(BillingProblem.AGENT_UNKNOWN, "You have no agent of that id.");
      case BuyCreditsResult.AgentClosed _ ->
          problem(BillingProblem.AGENT_CLOSED, "A closed agent can not hold credits.");
      case BuyCreditsResult.InFlight _ ->
          problem(CommonProblem.IDEMPOTENCY_IN_FLIGHT, "Ask again in a moment for its answer.");
      case BuyCreditsResult.Unavailable _ ->
          problem(BillingProblem.STRIPE_UNAVAILABLE, "Nothing was charged; repeat the request.");
      case BuyCreditsResult.Accepted(StoredAnswer first) ->
          ResponseEntity.status(first.status())
              .contentType(MediaType.parseMediaType(first.contentType()))
              .body(first.body().getBytes(StandardCharsets.UTF_8));
      case BuyCreditsResult.Repeated(StoredAnswer first) -> first.replayTo(key);
    };
  }

  private static ResponseEntity<?> problem(ProblemCode code, String detail) {
    return Problems.answer(Problem.of(code, detail));
  }
}
