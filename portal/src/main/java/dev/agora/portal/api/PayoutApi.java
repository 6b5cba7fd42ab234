package dev.agora.portal.api;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Credits to dollars. */
public interface PayoutApi {

  /** How many credits of which agent, as a person wrote it. */
  record Wish(String agent, String credits) {}

  /** The same on the terms of a quote. */
  record QuotedWish(String agent, String credits, String quote) {}

  @GetExchange("/api/v1/payouts/account")
  PayoutAccount account();

  @PostExchange("/api/v1/payouts/account")
  PayoutAccount onboard();

  /** Above which amount the owner is asked; null: never. */
  record ApprovalRule(@Nullable String above) {}

  @GetExchange("/api/v1/payouts/approval-rule")
  ApprovalRule approvalRule();

  @PutExchange("/api/v1/payouts/approval-rule")
  ApprovalRule setApprovalRule(@RequestBody ApprovalRule rule);

  @DeleteExchange("/api/v1/payouts/approval-rule")
  void removeApprovalRule();

  @PostExchange("/api/v1/billing/conversions/{id}/approve")
  Conversion approve(@PathVariable String id);

  @PostExchange("/api/v1/billing/conversions/{id}/deny")
  Conversion deny(@PathVariable String id);

  @PostExchange("/api/v1/billing/convert-to-usd/quote")
  ConversionQuote quote(@RequestBody Wish wish);

  @PostExchange("/api/v1/billing/convert-to-usd")
  Conversion convert(
      @RequestHeader(BillingApi.IDEMPOTENCY_KEY) String key, @RequestBody QuotedWish wish);

  @GetExchange("/api/v1/billing/conversions")
  Listed<Conversion> conversions(
      @RequestParam int limit, @RequestParam(required = false) @Nullable String cursor);

  @GetExchange("/api/v1/billing/conversions/{id}")
  Conversion conversion(@PathVariable String id);

  /** What came back of a conversion, oldest first, and what becomes of it. */
  @GetExchange("/api/v1/billing/conversions/{id}/returns")
  Listed<ReturnedPayout> returns(@PathVariable String id);
}
