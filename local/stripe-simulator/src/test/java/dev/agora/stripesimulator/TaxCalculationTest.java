package dev.agora.stripesimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.tax.Calculation;
import com.stripe.param.tax.CalculationCreateParams;
import com.stripe.param.tax.CalculationCreateParams.CustomerDetails;
import com.stripe.param.tax.CalculationCreateParams.LineItem;
import com.stripe.param.tax.CalculationCreateParams.LineItem.TaxBehavior;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TaxCalculationTest {
  @RegisterExtension final TestSimulator stripe = new TestSimulator();

  @Test
  void onTopIsWhatCheckoutAdds() throws StripeException {
    stripe.admin("POST", "tax", "basisPoints", 825);

    Calculation made = create(of(10_000L, TaxBehavior.EXCLUSIVE));

    assertThat(made.getAmountTotal()).isEqualTo(10_825);
    assertThat(made.getTaxAmountExclusive()).isEqualTo(825);
    assertThat(made.getTaxAmountInclusive()).isZero();
    assertThat(made.getTaxBreakdown().getFirst().getTaxRateDetails().getPercentageDecimal())
        .isEqualTo("8.25");
    assertThat(made.getCustomerDetails().getAddress().getState()).isEqualTo("CA");
  }

  @Test
  void withinLeavesThePriceAsItIs() throws StripeException {
    stripe.admin("POST", "tax", "basisPoints", 2_500);

    Calculation made = create(of(10_000L, TaxBehavior.INCLUSIVE));

    assertThat(made.getAmountTotal()).isEqualTo(10_000);
    assertThat(made.getTaxAmountInclusive()).isEqualTo(2_000);
    assertThat(made.getTaxBreakdown().getFirst().getTaxableAmount()).isEqualTo(8_000);
  }

  @Test
  void aCalculationIsFoundAgainWithItsLines() throws StripeException {
    stripe.admin("POST", "tax", "basisPoints", 825);
    String id = create(of(10_000L, TaxBehavior.EXCLUSIVE)).getId();

    var lines = stripe.client().v1().tax().calculations().lineItems().list(id).getData();

    assertThat(stripe.client().v1().tax().calculations().retrieve(id).getId()).isEqualTo(id);
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst().getAmountTax()).isEqualTo(825);
    assertThat(lines.getFirst().getReference()).isEqualTo("pkg_100");
  }

  @Test
  void nobodysTaxIsNotKnown() {
    InvalidRequestException refused =
        catchThrowableOfType(
            InvalidRequestException.class,
            () ->
                create(
                    CalculationCreateParams.builder()
                        .setCurrency("usd")
                        .addLineItem(line(100L, TaxBehavior.EXCLUSIVE))
                        .build()));

    assertThat(refused.getParam()).isEqualTo("customer_details");
  }

  private Calculation create(CalculationCreateParams wanted) throws StripeException {
    return stripe.client().v1().tax().calculations().create(wanted);
  }

  static CalculationCreateParams of(long cents, TaxBehavior behavior) {
    return CalculationCreateParams.builder()
        .setCurrency("usd")
        .addLineItem(line(cents, behavior))
        .setCustomerDetails(
            CustomerDetails.builder()
                .setAddressSource(CustomerDetails.AddressSource.BILLING)
                .setAddress(
                    CustomerDetails.Address.builder().setCountry("US").setState("CA").build())
                .build())
        .build();
  }

  private static LineItem line(long cents, TaxBehavior behavior) {
    return LineItem.builder()
        .setAmount(cents)
        .setReference("pkg_100")
        .setTaxBehavior(behavior)
        .build();
  }
}
