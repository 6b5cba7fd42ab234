package dev.agora.billing.stripe;

import com.stripe.model.Customer;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import dev.agora.billing.purchase.Buyer;
import dev.agora.billing.purchase.Buyers;
import dev.agora.stripe.StripeCalls;
import dev.agora.stripe.StripeOutcome;
import dev.agora.stripe.StripeOutcome.Done;
import dev.agora.stripe.StripeOutcome.Refused;
import dev.agora.stripe.StripeOutcome.Unknown;
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
    return switch (create(humanId)) {
      case Done<Customer>(Customer customer) ->
          new Done<>(ids.keepFirst(humanId, customer.getId()));
      case Refused<Customer>(String code, String message) -> new Refused<>(code, message);
      case Unknown<Customer>(var doubt, String detail) -> new Unknown<>(doubt, detail);
    };
  }

  private StripeOutcome<Customer> create(String humanId) {
    Optional<Buyer> buyer = buyers.human(humanId);
    CustomerCreateParams.Builder request =
        CustomerCreateParams.builder().putMetadata("human", humanId);
    buyer.ifPresent(human -> request.setEmail(human.email()).setName(human.name()));
    // What is known of a person changes the request, so its version is part of the key.
    String key = "customer:" + humanId + ":" + buyer.map(Buyer::version).orElse(0L);
    RequestOptions once = RequestOptions.builder().setIdempotencyKey(key).build();
    return stripe.call(client -> client.v1().customers().create(request.build(), once));
  }
}
