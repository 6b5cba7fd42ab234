package dev.agora.stripesimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.param.DisputeListParams;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page on which a person sees what is there, and is the bank. */
class DashboardTest {
  @RegisterExtension final TestSimulator stripe = new TestSimulator();

  @Test
  void showsWhatIsThereAndEscapesIt() throws StripeException {
    Charge charge = Purchases.charge(stripe, 1_000, "pm_card_visa");

    String page = page();

    assertThat(page).contains(charge.getId(), "$10.00", "succeeded", "charge.succeeded");
  }

  @Test
  void aPaymentIsDisputedAndLost() throws StripeException {
    String charge = Purchases.charge(stripe, 1_000, "pm_card_visa").getId();

    press("DISPUTE", charge);
    String dispute =
        stripe
            .client()
            .v1()
            .disputes()
            .list(DisputeListParams.builder().setCharge(charge).build())
            .getData()
            .getFirst()
            .getId();
    press("LOSE", dispute);

    assertThat(stripe.client().v1().disputes().retrieve(dispute).getStatus()).isEqualTo("lost");
    assertThat(page()).contains(dispute, "lost");
  }

  @Test
  void aPaymentIsRefundedAndTheRefundFails() throws StripeException {
    String charge = Purchases.charge(stripe, 1_000, "pm_card_visa").getId();

    press("REFUND", charge);
    String refund = stripe.client().v1().refunds().list().getData().getFirst().getId();
    press("FAIL_REFUND", refund);

    assertThat(stripe.client().v1().refunds().retrieve(refund).getStatus()).isEqualTo("failed");
  }

  @Test
  void aPayoutFailsAtTheBank() throws StripeException {
    String account = Connected.active(stripe);
    Purchases.charge(stripe, 10_000, "pm_card_visa");
    Connected.transfer(stripe, account, 4_250);
    stripe.advance(Duration.ofMinutes(2));
    String payout =
        stripe
            .admin("GET", "objects?type=payout")
            .getAsJsonArray("data")
            .get(0)
            .getAsJsonObject()
            .getAsJsonObject("object")
            .get("id")
            .getAsString();

    press("FAIL_PAYOUT", payout);

    stripe.awaitConnect("payout.failed");
  }

  @Test
  void whatCanNotBeDoneIsSaid() throws StripeException {
    String charge = Purchases.charge(stripe, 1_000, "pm_card_visa").getId();
    press("REFUND", charge);

    var again = stripe.submit(stripe.baseUrl() + "/dashboard", "act", "REFUND", "id", charge);

    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(again.body()).contains("has already been refunded");
    var none = stripe.submit(stripe.baseUrl() + "/dashboard", "act", "<b>", "id", "ch_none");
    assertThat(none.statusCode()).isEqualTo(400);
  }

  private void press(String act, String id) {
    assertThat(stripe.submit(stripe.baseUrl() + "/dashboard", "act", act, "id", id).statusCode())
        .isEqualTo(303);
  }

  private String page() {
    var answer = stripe.open(stripe.baseUrl() + "/dashboard");
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }
}
