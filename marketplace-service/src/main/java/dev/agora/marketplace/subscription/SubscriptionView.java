package dev.agora.marketplace.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.agora.marketplace.listing.Terms;
import dev.agora.money.Credits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as its two sides see it.
 *
 * @param price of a month, as the buyer last agreed to it
 * @param paidUntil until when the seller has been paid; null before the first payment
 * @param renewsAt when the next month is asked for; null if there is none to come
 * @param retryAt when a refused renewal is tried again; null unless past due
 * @param graceUntil when it is tried for the last time; null unless past due
 * @param endsAt when it ends because one side canceled it; null if nobody did
 * @param rejection why the last payment was refused, or why it expired; null without
 * @param offer what the seller has made of the listing since, for the buyer to consent to; null
 *     without, and left out in lists
 * @param nextActions what this caller may do now: the last part of the path to post to
 * @param months the latest ones, newest first; left out in lists
 */
record SubscriptionView(
    String id,
    String status,
    String service,
    String buyer,
    String seller,
    String title,
    Credits price,
    @JsonRawValue @Nullable String input,
    @Nullable Instant paidUntil,
    @Nullable Instant renewsAt,
    @Nullable Instant retryAt,
    @Nullable Instant graceUntil,
    @Nullable Instant endsAt,
    @Nullable RejectionView rejection,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OfferView offer,
    List<String> nextActions,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<MonthView> months,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  /** Why a payment was refused. */
  record RejectionView(
      String code, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Credits missing) {

    static @Nullable RejectionView of(Standing.@Nullable Refusal refusal) {
      return refusal == null ? null : new RejectionView(refusal.code(), refusal.missing());
    }
  }

  /** New terms that only the buyer can put in force. */
  record OfferView(String title, String description, Credits price) {

    static @Nullable OfferView of(@Nullable Terms terms) {
      return terms == null
          ? null
          : new OfferView(terms.title(), terms.description(), terms.price());
    }
  }

  /** A month, and what its payment came to. */
  record MonthView(
      String id,
      Instant from,
      Instant until,
      Credits price,
      int feeBps,
      boolean paid,
      int attempts,
      @Nullable Credits sellerNet,
      @Nullable Credits fee) {

    static MonthView of(Period period) {
      Optional<Period.Payment.Paid> paid = Optional.ofNullable(period.paid());
      return new MonthView(
          period.id().value(),
          period.from(),
          period.until(),
          period.price(),
          period.fee().basisPoints(),
          paid.isPresent(),
          period.attempt(),
          paid.map(Period.Payment.Paid::sellerNet).orElse(null),
          paid.map(Period.Payment.Paid::fee).orElse(null));
    }
  }
}
