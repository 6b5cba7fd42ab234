package dev.agora.portal.api;

import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the platform did in a period. */
public record PlatformFigures(
    LocalDate from,
    LocalDate to,
    Instant asOf,
    Purchases purchases,
    Volume transfers,
    Conversions conversions,
    Market marketplace,
    Volume features,
    Volume rewards,
    List<Revenue> revenue,
    Outstanding credits,
    Solvency solvency) {

  /** Bought by card. */
  public record Purchases(
      long count, Usd usd, Credits credits, Usd feeUsd, Usd refundedUsd, Usd disputedUsd) {}

  /** Of one kind. */
  public record Volume(long count, Credits credits, Credits fees) {}

  /** Paid out. */
  public record Conversions(long count, Credits credits, Usd grossUsd, Usd feeUsd, Usd netUsd) {}

  /** Orders. */
  public record Market(long count, Credits gmv, Credits refunded, Credits net, Credits fees) {}

  /** Of one fee, in its own unit. */
  public record Revenue(String fee, @Nullable Credits credits, @Nullable Usd usd) {

    /** In cents, credits at par. */
    public long cents() {
      long ofCredits = credits == null ? 0 : credits.micros() / Credits.MICROS_PER_CENT;
      return ofCredits + (usd == null ? 0 : usd.cents());
    }
  }

  /** What part of the largest one a fee brought, from 0 to 100. */
  public long share(Revenue one) {
    long most = revenue.stream().mapToLong(Revenue::cents).max().orElse(0);
    return Math.max(0, one.cents()) * 100 / Math.max(1, most);
  }

  /** Credits in the world. */
  public record Outstanding(Credits issued, Credits redeemed, Credits outstanding) {}

  /** Whether all could be paid out. */
  public record Solvency(boolean ok, Usd cashForCustomersUsd, Usd highestCostUsd) {}
}
