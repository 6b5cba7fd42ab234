package dev.agora.portal.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The money: balances, histories, limits and sums; days as {@code 2026-11-29}. */
public interface LedgerApi {

  /** What an agent is now, as the ledger decided it. */
  record Status(String id, String status) {}

  /** New limits; null is none, amounts as a person wrote them. */
  record NewLimits(
      @Nullable String perPayment,
      @Nullable String daily,
      @Nullable String monthly,
      List<String> allowed,
      List<String> blocked) {}

  @GetExchange("/api/v1/credits/balance")
  Balance balance(@RequestParam String agent);

  @GetExchange("/api/v1/credits/balance-history")
  BalanceHistory balanceHistory(
      @RequestParam String agent, @RequestParam String from, @RequestParam int readings);

  @GetExchange("/api/v1/credits/balances")
  Listed<Funds> balances(@RequestParam int limit);

  /** The filter has the API's own parameters, those that are set. */
  @GetExchange("/api/v1/credits/transactions")
  Listed<Movement> transactions(@RequestParam Map<String, String> filter);

  @GetExchange("/api/v1/credits/transactions/{id}")
  TransactionDetail transaction(@PathVariable String id, @RequestParam String agent);

  @GetExchange("/api/v1/agents/{id}/limits")
  Limits limits(@PathVariable String id);

  @PutExchange("/api/v1/agents/{id}/limits")
  Limits setLimits(@PathVariable String id, @RequestBody NewLimits limits);

  @PostExchange("/api/v1/agents/{id}/freeze")
  Status freeze(@PathVariable String id);

  @PostExchange("/api/v1/agents/{id}/unfreeze")
  Status unfreeze(@PathVariable String id);

  /** Closes an agent that nothing is left of. */
  @DeleteExchange("/api/v1/agents/{id}")
  Status close(@PathVariable String id);

  @GetExchange("/api/v1/analytics/spending")
  Analysis spending(
      @RequestParam(required = false) @Nullable String agent,
      @RequestParam String from,
      @RequestParam String to,
      @RequestParam String by,
      @RequestParam int limit);

  @GetExchange("/api/v1/analytics/earnings")
  Analysis earnings(
      @RequestParam(required = false) @Nullable String agent,
      @RequestParam String from,
      @RequestParam String to,
      @RequestParam String by,
      @RequestParam int limit);

  @GetExchange("/api/v1/analytics/platform")
  PlatformFigures platform(@RequestParam String from, @RequestParam String to);

  @GetExchange("/api/v1/ledger/proof")
  Proof proof();
}
