package dev.agora.stripesimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Customer;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.model.Refund;
import com.stripe.param.ChargeRetrieveParams;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentMethodAttachParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.SetupIntentCreateParams;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardPaymentTest {
  @RegisterExtension final TestSimulator stripe = new TestSimulator();

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          pm_card_chargeDeclined,                   card_declined,           generic_decline
          pm_card_chargeDeclinedInsufficientFunds,  card_declined,           insufficient_funds
          pm_card_visa_chargeDeclinedLostCard,      card_declined,           lost_card
          pm_card_chargeDeclinedExpiredCard,        expired_card,
          pm_card_chargeDeclinedIncorrectCvc,       incorrect_cvc,
          pm_card_chargeDeclinedProcessingError,    processing_error,
          pm_card_authenticationRequired,           authentication_required, authentication_required
          """)
  void aRefusedCardSaysWhyAndLeavesTheIntentOpen(String method, String code, String decline) {
    CardException refused =
        catchThrowableOfType(
            CardException.class,
            () ->
                stripe
                    .client()
                    .v1()
                    .paymentIntents()
                    .create(Purchases.intent(1_000, method).build()));

    assertThat(refused.getCode()).isEqualTo(code);
    assertThat(refused.getDeclineCode()).isEqualTo(decline);
    assertThat(refused.getStatusCode()).isEqualTo(402);
    PaymentIntent intent = Objects.requireNonNull(refused.getStripeError()).getPaymentIntent();
    assertThat(intent.getStatus()).isEqualTo("requires_payment_method");
    assertThat(intent.getLastPaymentError().getCode()).isEqualTo(code);
  }

  @Test
  void aSavedCardPaysOffSession() throws StripeException {
    Customer customer =
        stripe.client().v1().customers().create(CustomerCreateParams.builder().build());
    PaymentMethod method =
        stripe
            .client()
            .v1()
            .paymentMethods()
            .attach(
                "pm_card_visa",
                PaymentMethodAttachParams.builder().setCustomer(customer.getId()).build());
    stripe
        .client()
        .v1()
        .setupIntents()
        .create(
            SetupIntentCreateParams.builder()
                .setCustomer(customer.getId())
                .setPaymentMethod(method.getId())
                .setConfirm(true)
                .build());

    PaymentIntent intent =
        stripe
            .client()
            .v1()
            .paymentIntents()
            .create(Purchases.intent(2_500, method.getId()).setCustomer(customer.getId()).build());

    assertThat(intent.getStatus()).isEqualTo("succeeded");
    assertThat(intent.getCustomer()).isEqualTo(customer.getId());
    stripe.client().v1().paymentMethods().detach(method.getId());
    stripe.awaitPlatform("payment_method.attached", "payment_method.detached");
  }

  @Test
  void anIntentWithoutACardWaitsForOneAndCanBeCancelled() throws StripeException {
    var intents = stripe.client().v1().paymentIntents();
    PaymentIntent intent =
        intents.create(
            PaymentIntentCreateParams.builder().setAmount(1_000L).setCurrency("usd").build());
    assertThat(intent.getStatus()).isEqualTo("requires_payment_method");

    assertThat(intents.cancel(intent.getId()).getStatus()).isEqualTo("canceled");
    assertThatThrownBy(() -> intents.confirm(intent.getId()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("canceled");
  }

  @Test
  void refundsGoUpToWhatWasPaidAndStripeKeepsItsFee() throws StripeException {
    Charge charge = Purchases.charge(stripe, 10_000, "pm_card_visa");

    Refund part = refund(charge, 4_000L);
    assertThat(part.getStatus()).isEqualTo("succeeded");
    assertThatThrownBy(() -> refund(charge, 6_001L))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("greater than unrefunded amount");
    refund(charge, null);

    Charge refunded =
        stripe
            .client()
            .v1()
            .charges()
            .retrieve(charge.getId(), ChargeRetrieveParams.builder().addExpand("refunds").build());
    assertThat(refunded.getRefunded()).isTrue();
    assertThat(refunded.getRefunds().getData()).hasSize(2);
    assertThatThrownBy(() -> refund(charge, null)).hasMessageContaining("already been refunded");
    assertThat(
            stripe
                .client()
                .v1()
                .refunds()
                .list(RefundListParams.builder().setCharge(charge.getId()).build())
                .getData())
        .hasSize(2);
    assertThat(available()).isEqualTo(-320);
    stripe.awaitPlatform("refund.created", "charge.refunded");
  }

  @Test
  void aRefundCanFailLaterAndTheMoneyComesBack() throws StripeException {
    Charge charge = Purchases.charge(stripe, 1_000, "pm_card_refundFail");

    Refund refund = refund(charge, null);
    assertThat(refund.getStatus()).isEqualTo("pending");
    stripe.advance(Duration.ofSeconds(10));

    Refund failed = stripe.client().v1().refunds().retrieve(refund.getId());
    assertThat(failed.getStatus()).isEqualTo("failed");
    assertThat(failed.getFailureReason()).isNotEmpty();
    assertThat(available()).isEqualTo(941);
    stripe.awaitPlatform("refund.failed");
  }

  @Test
  void aDisputeTakesTheMoneyAndAFeeAndAWonOneGivesBothBack() throws StripeException {
    Charge charge = Purchases.charge(stripe, 1_000, "pm_card_visa");

    String id = stripe.admin("POST", "disputes", "charge", charge.getId()).get("id").getAsString();

    assertThat(available()).isEqualTo(941 - 1_000 - 1_500);
    assertThatThrownBy(() -> refund(charge, null)).hasMessageContaining("charged back");
    Dispute dispute = stripe.client().v1().disputes().retrieve(id);
    assertThat(dispute.getStatus()).isEqualTo("needs_response");
    stripe.admin("POST", "disputes/" + id + "/close", "status", "won");
    assertThat(available()).isEqualTo(941);
    assertThat(stripe.client().v1().disputes().retrieve(id).getBalanceTransactions()).hasSize(2);
    stripe.awaitPlatform(
        "charge.dispute.created",
        "charge.dispute.funds_withdrawn",
        "charge.dispute.funds_reinstated",
        "charge.dispute.closed");
  }

  @Test
  void theDisputeCardIsDisputedSoonAfter() throws StripeException {
    Charge charge = Purchases.charge(stripe, 1_000, "pm_card_createDispute");

    stripe.advance(Duration.ofSeconds(5));

    assertThat(stripe.client().v1().charges().retrieve(charge.getId()).getDisputed()).isTrue();
    stripe.awaitPlatform("charge.dispute.created");
  }

  @Test
  void customersChangeAndKeepTheirMetadataByKey() throws StripeException {
    var customers = stripe.client().v1().customers();
    Customer customer =
        customers.create(
            CustomerCreateParams.builder()
                .setName("Ann")
                .putMetadata("human", "hum_1")
                .putMetadata("old", "yes")
                .build());

    Customer changed =
        customers.update(
            customer.getId(),
            CustomerUpdateParams.builder()
                .setEmail("ann@agora.test")
                .putMetadata("old", "")
                .putMetadata("new", "1")
                .build());

    assertThat(changed.getName()).isEqualTo("Ann");
    assertThat(changed.getMetadata()).containsOnlyKeys("human", "new");
    customers.delete(customer.getId());
    assertThatThrownBy(() -> customers.retrieve(customer.getId()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("No such customer");
  }

  private Refund refund(Charge charge, @Nullable Long amount) throws StripeException {
    return stripe
        .client()
        .v1()
        .refunds()
        .create(RefundCreateParams.builder().setCharge(charge.getId()).setAmount(amount).build());
  }

  private long available() throws StripeException {
    return stripe.client().v1().balance().retrieve().getAvailable().getFirst().getAmount();
  }
}
