package dev.agora.portal.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Credits by card. */
public interface BillingApi {

  /** The header that makes two sendings of one intent one effect. */
  String IDEMPOTENCY_KEY = "Idempotency-Key";

  /** A package, or an amount as a person wrote it. */
  record Wish(
      String agent, @Nullable @JsonProperty("package") String offer, @Nullable String amountUsd) {}

  /** Why money is wanted back. */
  record RefundWish(@Nullable String reason) {}

  /** The card's holder agrees to be charged later. */
  record Consent(boolean consent) {}

  /** A rule, amounts as a person wrote them. */
  record TopUpRule(
      String threshold, String amountUsd, String monthlyCeilingUsd, String paymentMethod) {}

  @GetExchange("/api/v1/billing/packages")
  Offers offers();

  @PostExchange("/api/v1/billing/purchase-credits")
  Purchase buy(@RequestHeader(IDEMPOTENCY_KEY) String key, @RequestBody Wish wish);

  @GetExchange("/api/v1/billing/purchases")
  Listed<Purchase> purchases(
      @RequestParam int limit, @RequestParam(required = false) @Nullable String cursor);

  @GetExchange("/api/v1/billing/purchases/{id}")
  Purchase purchase(@PathVariable String id);

  @GetExchange("/api/v1/billing/purchases/{id}/receipt")
  Receipt receipt(@PathVariable String id);

  @PostExchange("/api/v1/billing/purchases/{id}/refund")
  CardRefund refund(
      @PathVariable String id,
      @RequestHeader(IDEMPOTENCY_KEY) String key,
      @RequestBody RefundWish wish);

  @GetExchange("/api/v1/billing/purchases/{id}/refund")
  CardRefund refundOf(@PathVariable String id);

  @GetExchange("/api/v1/billing/payment-methods")
  Cards cards();

  @PostExchange("/api/v1/billing/payment-methods")
  Card saveCard(@RequestBody Consent consent);

  @DeleteExchange("/api/v1/billing/payment-methods/{id}")
  void removeCard(@PathVariable String id);

  @GetExchange("/api/v1/agents/{id}/auto-top-up")
  TopUp topUp(@PathVariable String id);

  @PutExchange("/api/v1/agents/{id}/auto-top-up")
  TopUp setTopUp(@PathVariable String id, @RequestBody TopUpRule rule);

  @DeleteExchange("/api/v1/agents/{id}/auto-top-up")
  void removeTopUp(@PathVariable String id);
}
