package dev.agora.billing.purchase;

import dev.agora.http.idempotency.IdempotencyKey;
import dev.agora.http.idempotency.StoredAnswer;
import dev.agora.http.idempotency.StoredAnswers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The transactions of opening a purchase; what lies between them is {@link BuyCredits}. */
@Service
@Transactional
class OpenPurchase {

  /** How a request goes on. */
  sealed interface Step {

    record KeyReused() implements Step {}

    record InFlight() implements Step {}

    /** Stored, and this request is the one that opens the checkout. */
    record Opening(Purchase purchase) implements Step {}

    /** An earlier request died before its answer, and the purchase has ended since. */
    record Ended(Purchase purchase) implements Step {}
  }

  private final Purchases purchases;
  private final StoredAnswers answers;
  private final PurchaseProcess process;
  private final PurchaseEvents events;
  private final PurchaseProperties properties;
  private final Supplier<UUID> ids;
  private final InstantSource clock;

  OpenPurchase(
      Purchases purchases,
      StoredAnswers answers,
      PurchaseProcess process,
      PurchaseEvents events,
      PurchaseProperties properties,
      Supplier<UUID> ids,
      InstantSource clock) {
    this.purchases = purchases;
    this.answers = answers;
    this.process = process;
    this.events = events;
    this.properties = properties;
    this.ids = ids;
    this.clock = clock;
  }

  /** What an earlier request with this key was answered, if one was. */
  Optional<StoredAnswer> earlier(IdempotencyKey key) {
    return answers.find(List.of(key)).stream().findFirst();
  }

  /** Stores the purchase and starts its saga, or takes over from a request that died. */
  Step open(BuyCreditsCommand command, IdempotencyKey key) {
    Instant now = clock.instant();
    Instant busyUntil = now.plus(properties.openingLease());
    Purchase purchase =
        Purchase.quoted(
            PurchaseId.of(ids.get()),
            command.humanId(),
            command.agentId(),
            command.price(),
            PurchaseSource.CHECKOUT,
            now,
            now.plus(properties.checkoutLifetime()));
    if (purchases.add(purchase, key, busyUntil, busyUntil)) {
      process.start(purchase);
      events.changed(purchase);
      return new Step.Opening(purchase);
    }
    KeyedPurchase earlier =
        purchases
            .lockByKey(key)
            .orElseThrow(() -> new IllegalStateException("a purchase is never deleted"));
    return resume(earlier, key, now, busyUntil);
  }

  private Step resume(KeyedPurchase earlier, IdempotencyKey key, Instant now, Instant busyUntil) {
    if (!earlier.bodyHash().equals(key.bodyHash())) {
      return new Step.KeyReused();
    }
    if (earlier.openingUntil() != null && earlier.openingUntil().isAfter(now)) {
      return new Step.InFlight();
    }
    if (earlier.purchase().status() != PurchaseStatus.AWAITING_PAYMENT) {
      return new Step.Ended(earlier.purchase());
    }
    purchases.openingUntil(earlier.purchase().id(), busyUntil);
    return new Step.Opening(earlier.purchase());
  }

  /** Stores the checkout with the answer that tells of it. */
  void opened(Purchase purchase, StoredAnswer answer) {
    answers.store(List.of(answer));
    Checkout checkout = purchase.checkout();
    if (checkout != null) {
      Instant soon = clock.instant().plus(properties.checkIntervalMin());
      purchases.opened(purchase.id(), checkout, soon);
    }
  }

  /** Lets a retry open the checkout at once. */
  void release(PurchaseId id) {
    purchases.openingUntil(id, clock.instant());
  }
}
