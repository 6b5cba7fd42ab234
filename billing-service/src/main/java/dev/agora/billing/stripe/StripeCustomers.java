package dev.agora.billing.stripe;

import com.stripe.model.Customer;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerListParams;
import dev.agora.billing.purchase.Buyer;
import dev.agora.billing.purchase.Buyers;
import dev.agora.stripe.StripeCalls;
import dev.agora.stripe.StripeOutcome;
import dev.agora.stripe.StripeOutcome.Done;
import dev.agora.stripe.StripeOutcome.Refused;
import dev.agora.stripe.StripeOutcome.Unknown;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One Stripe customer for each person, made when first needed. */
@Component
class StripeCustomers {

  private final StripeCalls stripe;
  private final Buyers buyers;
  private final CustomerIds ids;

  StripeCustomers(StripeCalls stripe, Buyers buyers, CustomerIds ids) {
    this.stripe = stripe;
    this.buyers = buyers;
    this.ids = ids;
  }

  StripeOutcome<String> idOf(String humanId) {
    Optional<String> known = ids.find(humanId);
    if (known.isPresent()) {
      return new Done<>(known.get());
    }
    Optional<Buyer> buyer = buyers.human(humanId);
    StripeOutcome<Customer> made = create(humanId, buyer, "");
    if (made instanceof Unknown<Customer>(var doubt, String _) && doubt.isPerhapsDone()) {
      // Stripe repeats a stored 500 for the key. A second customer would be nobody's loss.
      made =
          buyer
              .flatMap(human -> find(humanId, human))
              .orElseGet(() -> create(humanId, buyer, ":again"));
    }
    return switch (made) {
      case Done<Customer>(Customer customer) ->
          new Done<>(ids.keepFirst(humanId, customer.getId()));
      case Refused<Customer>(String code, String message) -> new Refused<>(code, message);
      case Unknown<Customer>(var doubt, String detail) -> new Unknown<>(doubt, detail);
    };
  }

  /** The customer that was made although no answer came; empty if Stripe lists none. */
  private Optional<StripeOutcome<Customer>> find(String humanId, Buyer buyer) {
    CustomerListParams wanted =
        CustomerListParams.builder().setEmail(buyer.email()).setLimit(StripePages.LARGEST).build();
    StripeOutcome<List<Customer>> outcome =
        stripe.call(client -> client.v1().customers().list(wanted).getData());
    return outcome instanceof Done<List<Customer>>(List<Customer> listed)
        ? listed.stream()
            .filter(customer -> humanId.equals(customer.getMetadata().get("human")))
            .findFirst()
            .map(Done::new)
        : Optional.empty();
  }

  private StripeOutcome<Customer> create(String humanId, Optional<Buyer> buyer, String attempt) {
    CustomerCreateParams.Builder request =
        CustomerCreateParams.builder().putMetadata("human", humanId);
    buyer.ifPresent(human -> request.setEmail(human.email()).setName(human.name()));
    // What is known of a person changes the request, so its version is part of the key.
    String key = "customer:" + humanId + ":" + buyer.map(Buyer::version).orElse(0L) + attempt;
    RequestOptions once = RequestOptions.builder().setIdempotencyKey(key).build();
    return stripe.call(client -> client.v1().customers().create(request.build(), once));
  }
}
