package dev.agora.stripesimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.checkout.Session;
import com.stripe.model.radar.EarlyFraudWarning;
import com.stripe.param.DisputeUpdateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.radar.EarlyFraudWarningListParams;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a bank may say of a payment after it was made, and what the state takes on top. */
class BankTroubleTest {
  @RegisterExtension final TestSimulator stripe = new TestSimulator();

  @Test
  void aCardIsWarnedOf() throws StripeException {
    Charge charge = Purchases.charge(stripe, 1_000, "pm_card_createIssuerFraudRecord");
    stripe.advance(Duration.ofSeconds(3));

    stripe.awaitPlatform("radar.early_fraud_warning.created");
    EarlyFraudWarning warning =
        stripe
            .client()
            .v1()
            .radar()
            .earlyFraudWarnings()
            .list(EarlyFraudWarningListParams.builder().setCharge(charge.getId()).build())
            .getData()
            .getFirst();
    assertThat(warning.getActionable()).isTrue();
    assertThat(warning.getPaymentIntent()).isEqualTo(charge.getPaymentIntent());
    assertThat(
            stripe.client().v1().radar().earlyFraudWarnings().retrieve(warning.getId()).getCharge())
        .isEqualTo(charge.getId());
  }

  @Test
  void anInquiryTakesNoMoneyUnlessItEscalates() throws StripeException {
    Charge charge = Purchases.charge(stripe, 1_000, "pm_card_visa");
    String id =
        stripe
            .admin("POST", "disputes", "charge", charge.getId(), "status", "warning_needs_response")
            .get("id")
            .getAsString();
    assertThat(available()).isEqualTo(941);

    Dispute answered =
        stripe
            .client()
            .v1()
            .disputes()
            .update(
                id,
                DisputeUpdateParams.builder()
                    .setEvidence(
                        DisputeUpdateParams.Evidence.builder()
                            .setUncategorizedText("They got it.")
                            .build())
                    .build());
    assertThat(answered.getStatus()).isEqualTo("warning_under_review");
    assertThatThrownBy(() -> stripe.client().v1().disputes().retrieve("dp_none"))
        .hasMessageContaining("No such dispute");

    stripe.admin("POST", "disputes/" + id + "/escalate");

    assertThat(available()).isEqualTo(941 - 1_000 - 1_500);
    stripe.admin("POST", "disputes/" + id + "/close", "status", "won");
    assertThat(available()).isEqualTo(941);
    stripe.awaitPlatform("charge.dispute.updated", "charge.dispute.funds_withdrawn");
  }

  @Test
  void anInquiryThatEndsIsNoVerdict() throws StripeException {
    Charge charge = Purchases.charge(stripe, 1_000, "pm_card_visa");
    String id =
        stripe
            .admin("POST", "disputes", "charge", charge.getId(), "status", "warning_under_review")
            .get("id")
            .getAsString();

    Dispute closed = stripe.client().v1().disputes().close(id);

    assertThat(closed.getStatus()).isEqualTo("warning_closed");
    assertThat(closed.getIsChargeRefundable()).isTrue();
    assertThat(available()).isEqualTo(941);
  }

  @Test
  void taxComesOnTopWhereItIsAskedFor() throws StripeException {
    stripe.admin("POST", "tax", "basisPoints", 825);
    Session taxed =
        stripe
            .client()
            .v1()
            .checkout()
            .sessions()
            .create(
                Purchases.session(1_000)
                    .setAutomaticTax(
                        SessionCreateParams.AutomaticTax.builder().setEnabled(true).build())
                    .build());

    assertThat(taxed.getAmountSubtotal()).isEqualTo(1_000);
    assertThat(taxed.getTotalDetails().getAmountTax()).isEqualTo(83);
    assertThat(taxed.getAmountTotal()).isEqualTo(1_083);
    assertThat(Purchases.openSession(stripe, 1_000).getAmountTotal()).isEqualTo(1_000);
  }

  private long available() throws StripeException {
    return stripe.client().v1().balance().retrieve().getAvailable().getFirst().getAmount();
  }
}
