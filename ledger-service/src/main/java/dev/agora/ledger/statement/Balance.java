package dev.agora.ledger.statement;

import dev.agora.ledger.account.Bucket;
import dev.agora.ledger.posting.Wallet;
import dev.agora.money.Credits;
import java.time.Instant;

/**
 * An agent's balance as callers see it.
 *
 * @param available spendable
 * @param held set aside
 * @param frozen in disputes
 * @param buckets the available credits by where they came from
 * @param seasoning earned credits that do not convert yet
 * @param convertible earned credits that do
 * @param debt zero or above: what the agent owes
 */
public record Balance(
    String agent,
    Credits available,
    Credits held,
    Credits frozen,
    Buckets buckets,
    Credits seasoning,
    Credits convertible,
    Credits debt,
    Instant asOf) {

  /** The available credits by where they came from. */
  public record Buckets(Credits promotional, Credits purchased, Credits earned) {}

  /** The wallet as it is at that instant. */
  public static Balance of(Wallet wallet, Instant asOf) {
    Credits earned = wallet.lots().in(Bucket.EARNED);
    Credits convertible = wallet.lots().convertibleAt(asOf);
    return new Balance(
        wallet.agent().value(),
        wallet.available(),
        wallet.held(),
        wallet.frozen(),
        new Buckets(
            wallet.lots().in(Bucket.PROMOTIONAL), wallet.lots().in(Bucket.PURCHASED), earned),
        earned.minus(convertible),
        convertible,
        wallet.debt().negated(),
        asOf);
  }
}
