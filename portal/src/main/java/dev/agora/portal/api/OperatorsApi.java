package dev.agora.portal.api;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What those do who run the platform; most of it takes two of them. */
public interface OperatorsApi {

  /** A sum, as a person wrote it, and why. */
  record Sum(String amount, String reason) {}

  /** A change of an agent's balance, or the transaction to reverse. */
  record Adjustment(
      @Nullable String agent,
      @Nullable String direction,
      @Nullable String amount,
      @Nullable String reverses,
      String reason) {}

  /** Who is to have or lose a role, and why. */
  record RoleWish(String email, String role, String action, String reason) {}

  /** What is to become of dollars that came back; the agent only where it is another one. */
  record Word(String outcome, @Nullable String agent, String reason) {}

  /** The same word, of another operator. */
  record SameWord(String outcome) {}

  /** Nothing to say. */
  record Nothing() {}

  @GetExchange("/api/v1/ledger/acts")
  Listed<Act> acts(
      @RequestParam int limit, @RequestParam(required = false) @Nullable String cursor);

  /** Asks for {@code rewards-funding} or {@code fee-closing}. */
  @PostExchange("/api/v1/ledger/{kind}")
  Act ask(
      @RequestHeader(BillingApi.IDEMPOTENCY_KEY) String key,
      @PathVariable String kind,
      @RequestBody Sum sum);

  @PostExchange("/api/v1/ledger/adjustments")
  Act adjust(@RequestHeader(BillingApi.IDEMPOTENCY_KEY) String key, @RequestBody Adjustment wish);

  @PostExchange("/api/v1/ledger/{kind}/{id}/approve")
  Act approve(
      @RequestHeader(BillingApi.IDEMPOTENCY_KEY) String key,
      @PathVariable String kind,
      @PathVariable String id,
      @RequestBody Nothing nothing);

  @GetExchange("/api/v1/roles")
  Listed<HeldRole> roles();

  @GetExchange("/api/v1/roles/changes")
  Listed<RoleChange> roleChanges(
      @RequestParam int limit, @RequestParam(required = false) @Nullable String cursor);

  @PostExchange("/api/v1/roles/changes")
  RoleChange askForRole(@RequestBody RoleWish wish);

  @PostExchange("/api/v1/roles/changes/{id}/approve")
  RoleChange approveRole(@PathVariable String id, @RequestBody Nothing nothing);

  /** Dollars that came back from owners and are not settled, newest first. */
  @GetExchange("/api/v1/payouts/returned-transfers")
  Listed<ReturnedTransfer> returnedTransfers(
      @RequestParam int limit, @RequestParam(required = false) @Nullable String cursor);

  @PostExchange("/api/v1/payouts/returned-transfers/{id}/decision")
  ReturnedTransfer decideReturned(@PathVariable String id, @RequestBody Word word);

  @PostExchange("/api/v1/payouts/returned-transfers/{id}/decision/approve")
  ReturnedTransfer approveReturned(@PathVariable String id, @RequestBody SameWord word);
}
