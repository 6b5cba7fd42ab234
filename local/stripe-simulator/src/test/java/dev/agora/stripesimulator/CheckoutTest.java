package dev.agora.stripesimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Customer;
import com.stripe.model.PaymentIntent;
import com.stripe.model.SetupIntent;
import com.stripe.model.checkout.Session;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.PaymentMethodListParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CheckoutTest {
  @RegisterExtension final TestSimulator stripe = new TestSimulator();

  @Test
  void aCardThatPaysCompletesTheSessionAndStripeKeepsItsFee() throws StripeException {
    Session session = Purchases.openSession(stripe, 1_000);

    HttpResponse<String> answer = stripe.submit(session.getUrl(), "card", "4242 4242 4242 4242");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location"))
        .hasValue("https://agora.test/paid?session=" + session.getId());
    Session paid =
        stripe
            .client()
            .v1()
            .checkout()
            .sessions()
            .retrieve(
                session.getId(),
                SessionRetrieveParams.builder()
                    .addExpand("payment_intent.latest_charge.balance_transaction")
                    .addExpand("line_items")
                    .build());
    assertThat(paid.getStatus()).isEqualTo("complete");
    assertThat(paid.getPaymentStatus()).isEqualTo("paid");
    assertThat(paid.getAmountTotal()).isEqualTo(1_000);
    assertThat(paid.getLineItems().getData()).hasSize(1);
    PaymentIntent intent = paid.getPaymentIntentObject();
    assertThat(intent.getMetadata()).containsEntry("purchase", "pur_1");
    assertThat(intent.getAmountReceived()).isEqualTo(1_000);
    BalanceTransaction booked = intent.getLatestChargeObject().getBalanceTransactionObject();
    assertThat(booked.getFee()).isEqualTo(59);
    assertThat(booked.getNet()).isEqualTo(941);
    stripe.awaitPlatform(
        "payment_intent.created",
        "charge.succeeded",
        "payment_intent.succeeded",
        "checkout.session.completed");
  }

  @Test
  void aDeclinedCardLeavesTheSessionOpenAndSaysWhyUntilAnotherPays() throws StripeException {
    Session session = Purchases.openSession(stripe, 10_000);

    HttpResponse<String> declined = stripe.submit(session.getUrl(), "card", "4000000000000002");

    assertThat(declined.statusCode()).isEqualTo(402);
    assertThat(declined.body()).contains("Your card was declined.");
    Session open = stripe.client().v1().checkout().sessions().retrieve(session.getId());
    assertThat(open.getStatus()).isEqualTo("open");
    PaymentIntent intent = stripe.client().v1().paymentIntents().retrieve(open.getPaymentIntent());
    assertThat(intent.getStatus()).isEqualTo("requires_payment_method");
    assertThat(intent.getLastPaymentError().getDeclineCode()).isEqualTo("generic_decline");
    stripe.awaitPlatform("payment_intent.payment_failed", "charge.failed");

    assertThat(stripe.submit(session.getUrl(), "card", "5555555555554444").statusCode())
        .isEqualTo(303);
    intent = stripe.client().v1().paymentIntents().retrieve(open.getPaymentIntent());
    assertThat(intent.getStatus()).isEqualTo("succeeded");
    assertThat(intent.getLastPaymentError()).isNull();
    assertThat(stripe.client().v1().balance().retrieve().getAvailable().getFirst().getAmount())
        .isEqualTo(10_000 - 320);
  }

  @Test
  void aSessionLeftAloneExpiresAndTakesNoCardAfterwards() throws StripeException {
    Session session = Purchases.openSession(stripe, 1_000);

    stripe.advance(Duration.ofHours(24));

    stripe.awaitPlatform("checkout.session.expired");
    assertThat(stripe.submit(session.getUrl(), "card", "4242424242424242").statusCode())
        .isEqualTo(410);
    Session expired = stripe.client().v1().checkout().sessions().retrieve(session.getId());
    assertThat(expired.getStatus()).isEqualTo("expired");
    assertThat(expired.getPaymentStatus()).isEqualTo("unpaid");
    assertThat(expired.getUrl()).isNull();
  }

  @Test
  void expiringCancelsWhatADeclinedCardLeftBehind() throws StripeException {
    Session session = Purchases.openSession(stripe, 1_000);
    stripe.submit(session.getUrl(), "card", "4000000000000002");

    Session expired = stripe.client().v1().checkout().sessions().expire(session.getId());

    assertThat(expired.getStatus()).isEqualTo("expired");
    assertThat(
            stripe.client().v1().paymentIntents().retrieve(expired.getPaymentIntent()).getStatus())
        .isEqualTo("canceled");
    assertThatThrownBy(() -> stripe.client().v1().checkout().sessions().expire(session.getId()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("expired");
  }

  @Test
  void anUnknownNumberIsNotACard() throws StripeException {
    Session session = Purchases.openSession(stripe, 1_000);

    HttpResponse<String> answer = stripe.submit(session.getUrl(), "card", "1234 \"><script>");

    assertThat(answer.statusCode()).isEqualTo(402);
    assertThat(answer.body()).contains("invalid").doesNotContain("<script");
  }

  @Test
  void thePageEscapesWhatTheCallerWrote() throws StripeException {
    Session session = Purchases.openSession(stripe, 1_000);

    HttpResponse<String> page = stripe.open(session.getUrl());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Credits &lt;b&gt;&amp; more&lt;/b&gt;")
        .contains("$10.00")
        .contains("name=\"card\"");
    assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
    assertThat(stripe.open(stripe.baseUrl() + "/c/pay/cs_test_nobody").statusCode()).isEqualTo(404);
  }

  @Test
  void aPaidSessionCannotBePaidAgain() throws StripeException {
    Session session = Purchases.openSession(stripe, 1_000);
    stripe.submit(session.getUrl(), "card", "4242424242424242");

    HttpResponse<String> again = stripe.submit(session.getUrl(), "card", "4242424242424242");

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).contains("paid already");
    assertThat(stripe.client().v1().charges().list().getData()).hasSize(1);
  }

  @Test
  void aCustomersCardIsKeptWhereTheSessionAsksForIt() throws StripeException {
    Customer customer =
        stripe
            .client()
            .v1()
            .customers()
            .create(CustomerCreateParams.builder().setEmail("ann@agora.test").build());
    Session session =
        stripe
            .client()
            .v1()
            .checkout()
            .sessions()
            .create(
                Purchases.session(1_000)
                    .setCustomer(customer.getId())
                    .setPaymentIntentData(
                        SessionCreateParams.PaymentIntentData.builder()
                            .setSetupFutureUsage(
                                SessionCreateParams.PaymentIntentData.SetupFutureUsage.OFF_SESSION)
                            .build())
                    .build());
    stripe.submit(session.getUrl(), "card", "4242424242424242");

    PaymentMethodListParams ofCustomer =
        PaymentMethodListParams.builder().setCustomer(customer.getId()).build();
    assertThat(stripe.client().v1().paymentMethods().list(ofCustomer).getData())
        .singleElement()
        .satisfies(method -> assertThat(method.getCard().getLast4()).isEqualTo("4242"));
  }

  @Test
  void aSetupSessionKeepsACardWithoutCharging() throws StripeException {
    Customer customer =
        stripe.client().v1().customers().create(CustomerCreateParams.builder().build());
    Session session =
        stripe
            .client()
            .v1()
            .checkout()
            .sessions()
            .create(
                SessionCreateParams.builder()
                    .setMode(SessionCreateParams.Mode.SETUP)
                    .setCurrency("usd")
                    .setCustomer(customer.getId())
                    .setSuccessUrl("https://agora.test/saved")
                    .build());

    stripe.submit(session.getUrl(), "card", "4242424242424242");

    SetupIntent setup = stripe.client().v1().setupIntents().retrieve(session.getSetupIntent());
    assertThat(setup.getStatus()).isEqualTo("succeeded");
    assertThat(setup.getPaymentMethod()).isNotNull();
    assertThat(stripe.client().v1().charges().list().getData()).isEmpty();
    stripe.awaitPlatform("setup_intent.succeeded", "checkout.session.completed");
  }

  @Test
  void listsGoPageByPageNewestFirst() throws StripeException {
    Session first = Purchases.openSession(stripe, 1_000);
    Session second = Purchases.openSession(stripe, 2_000);
    Session third = Purchases.openSession(stripe, 3_000);

    var sessions = stripe.client().v1().checkout().sessions();
    var page = sessions.list(SessionListParams.builder().setLimit(2L).build());
    assertThat(page.getData())
        .extracting(Session::getId)
        .containsExactly(third.getId(), second.getId());
    assertThat(page.getHasMore()).isTrue();
    var rest =
        sessions.list(
            SessionListParams.builder().setLimit(2L).setStartingAfter(second.getId()).build());
    assertThat(rest.getData()).extracting(Session::getId).containsExactly(first.getId());
    assertThat(rest.getHasMore()).isFalse();
    var before = sessions.list(SessionListParams.builder().setEndingBefore(second.getId()).build());
    assertThat(before.getData()).extracting(Session::getId).containsExactly(third.getId());
  }
}
