package dev.agora.billing.stripe;

import com.stripe.model.Customer;
import com.stripe.model.StripeCollection;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerListParams;
import com.stripe.param.CustomerUpdateParams;
import dev.agora.billing.purchase.Buyer;
import dev.agora.billing.purchase.Buyers;
import dev.agora.stripe.Doubt;
import dev.agora.stripe.StripeCalls;
import dev.agora.stripe.StripeOutcome;
import dev.agora.stripe.StripeOutcome.Done;
import dev.agora.stripe.StripeOutcome.Refused;
import dev.agora.stripe.StripeOutcome.Unknown;
import dev.agora.stripe.StripeUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One Stripe customer for each person, made when first needed. The request that makes one has
 * always the same bytes, so names and addresses are told afterwards; if its outcome is not known,
 * Stripe's list is looked through before it is made again.
 */
@Component
class StripeCustomers {

  /** Under which a customer at Stripe names our person. */
  private static final String HUMAN = "human";

  /** Between our clock and Stripe's. */
  private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

  private static final Logger log = LoggerFactory.getLogger(StripeCustomers.class);

  private final StripeCalls stripe;
  private final Buyers buyers;
  private final CustomerIds ids;
  private final InstantSource clock;

  StripeCustomers(StripeCalls stripe, Buyers buyers, CustomerIds ids, InstantSource clock) {
    this.stripe = stripe;
    this.buyers = buyers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * The person's customer.
   *
   * @throws StripeUnavailableException if Stripe can not be asked
   */
  StripeOutcome<String> idOf(String humanId) {
    Optional<String> known = ids.find(humanId);
    if (known.isPresent()) {
      return new Done<>(known.get());
    }
    Optional<String> before = ids.request(humanId).flatMap(since -> find(humanId, since));
    return before.isPresent() ? kept(humanId, before.get()) : create(humanId);
  }

  private StripeOutcome<String> create(String humanId) {
    StripeOutcome<Customer> made = create(humanId, "");
    if (made instanceof Unknown<Customer>(var doubt, String _) && doubt.isPerhapsDone()) {
      Optional<String> found = find(humanId, clock.instant());
      if (found.isPresent()) {
        return kept(humanId, found.get());
      }
      if (doubt == Doubt.SERVER_ERROR) {
        // Stripe has answered and lists none, but repeats the stored 500 for this key for a day.
        made = create(humanId, ":again");
      }
    }
    return switch (made) {
      case Done<Customer>(Customer customer) -> kept(humanId, customer.getId());
      case Refused<Customer>(String code, String message) -> new Refused<>(code, message);
      case Unknown<Customer>(var doubt, String detail) -> new Unknown<>(doubt, detail);
    };
  }

  private StripeOutcome<Customer> create(String humanId, String attempt) {
    CustomerCreateParams request =
        CustomerCreateParams.builder().putMetadata(HUMAN, humanId).build();
    RequestOptions once =
        RequestOptions.builder().setIdempotencyKey("customer:" + humanId + attempt).build();
    return stripe.call(client -> client.v1().customers().create(request, once));
  }

  private StripeOutcome<String> kept(String humanId, String customerId) {
    buyers.human(humanId).ifPresent(buyer -> introduce(customerId, buyer));
    return new Done<>(ids.keepFirst(humanId, customerId));
  }

  /** For receipts and for people at Stripe's dashboard; a customer without is one all the same. */
  private void introduce(String customerId, Buyer buyer) {
    CustomerUpdateParams request =
        CustomerUpdateParams.builder().setEmail(buyer.email()).setName(buyer.name()).build();
    RequestOptions once =
        RequestOptions.builder()
            .setIdempotencyKey("customer-details:" + customerId + ":" + buyer.version())
            .build();
    StripeOutcome<Customer> told =
        stripe.call(client -> client.v1().customers().update(customerId, request, once));
    if (!(told instanceof Done<Customer>)) {
      log.warn("Stripe does not know who {} is: {}", customerId, told);
    }
  }

  /** The customer that was made although no answer came; empty if Stripe lists none. */
  private Optional<String> find(String humanId, Instant since) {
    AtomicReference<@Nullable String> found = new AtomicReference<>();
    StripePages.read(
        stripe,
        after -> client -> client.v1().customers().list(wanted(since, after)),
        (StripeCollection<Customer> page) ->
            page.getData().stream()
                .filter(customer -> humanId.equals(customer.getMetadata().get(HUMAN)))
                .forEach(customer -> found.set(customer.getId())));
    return Optional.ofNullable(found.get());
  }

  private static CustomerListParams wanted(Instant since, @Nullable String after) {
    long from = since.minus(CLOCKS_DIFFER).getEpochSecond();
    CustomerListParams.Builder wanted =
        CustomerListParams.builder()
            .setCreated(CustomerListParams.Created.builder().setGte(from).build())
            .setLimit(StripePages.LARGEST);
    if (after != null) {
      wanted.setStartingAfter(after);
    }
    return wanted.build();
  }
}
