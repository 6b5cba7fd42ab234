package dev.agora.stripesimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.events.V2CoreAccountIncludingConfigurationRecipientCapabilityStatusUpdatedEventNotification;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.Event;
import com.stripe.model.Payout;
import com.stripe.model.Transfer;
import com.stripe.model.v2.core.Account;
import com.stripe.net.RequestOptions;
import com.stripe.net.Webhook;
import com.stripe.param.BalanceTransactionListParams;
import com.stripe.param.PayoutCreateParams;
import com.stripe.param.PayoutListParams;
import com.stripe.param.TransferListParams;
import com.stripe.param.TransferReversalCreateParams;
import com.stripe.param.TransferUpdateParams;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConnectTest {
  @RegisterExtension final TestSimulator stripe = new TestSimulator();

  @Test
  void onboardingMakesTheAccountActiveAndTheConnectEndpointHearsOfIt() throws Exception {
    Account account = stripe.client().v2().core().accounts().create(Connected.create());
    assertThat(Connected.transfersStatus(account)).isEqualTo("restricted");
    String url = Connected.link(stripe, account.getId()).getUrl();
    assertThat(stripe.open(url).body()).contains("Bea &lt;script&gt;");

    HttpResponse<String> answer = stripe.submit(url, "complete", "true");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).hasValue("https://agora.test/done");
    Account active = Connected.retrieve(stripe, account.getId());
    assertThat(Connected.transfersStatus(active)).isEqualTo("active");
    assertThat(active.getRequirements().getEntries()).isEmpty();
    String type = "v2.core.account[configuration.recipient].capability_status_updated";
    stripe.awaitConnect(type, type, "account.updated", "v2.core.account_link.returned");
    List<String> capabilities = new ArrayList<>();
    for (WebhookReceiver.Received received : stripe.connect().all(type)) {
      var notification =
          (V2CoreAccountIncludingConfigurationRecipientCapabilityStatusUpdatedEventNotification)
              stripe
                  .client()
                  .parseEventNotification(
                      received.payload(), received.signature(), TestSimulator.CONNECT_SECRET);
      assertThat(notification.getRelatedObject().getId()).isEqualTo(account.getId());
      assertThat(notification.fetchRelatedObject().getId()).isEqualTo(account.getId());
      capabilities.add(notification.fetchEvent().getData().getUpdatedCapability());
    }
    // Deliveries run side by side: Stripe promises no order, and neither does the stand-in.
    assertThat(capabilities)
        .containsExactlyInAnyOrder("stripe_balance.stripe_transfers", "stripe_balance.payouts");
  }

  @Test
  void onlyIncludedPartsOfAnAccountAreShown() throws StripeException {
    String id = Connected.active(stripe);

    Account bare = stripe.client().v2().core().accounts().retrieve(id);

    assertThat(bare.getConfiguration()).isNull();
    assertThat(bare.getRequirements()).isNull();
    assertThat(bare.getMetadata()).containsEntry("human", "hum_2");
  }

  @Test
  void theSameAccountShowsAtV1() throws StripeException {
    String id = Connected.active(stripe);

    com.stripe.model.Account account = stripe.client().v1().accounts().retrieve(id);

    assertThat(account.getCapabilities().getTransfers()).isEqualTo("active");
    assertThat(account.getPayoutsEnabled()).isTrue();
    assertThat(account.getExternalAccounts().getData()).hasSize(1);
  }

  @Test
  void aLinkWorksOnceAndReturningIsNotFinishing() throws StripeException {
    Account account = stripe.client().v2().core().accounts().create(Connected.create());
    String url = Connected.link(stripe, account.getId()).getUrl();

    stripe.submit(url, "bank", "000123456789");

    assertThat(Connected.transfersStatus(Connected.retrieve(stripe, account.getId())))
        .isEqualTo("restricted");
    assertThat(stripe.open(url).headers().firstValue("Location"))
        .hasValue("https://agora.test/again");
    String late = Connected.link(stripe, account.getId()).getUrl();
    stripe.advance(Duration.ofMinutes(6));
    assertThat(stripe.submit(late, "complete", "true").headers().firstValue("Location"))
        .hasValue("https://agora.test/again");
  }

  @Test
  void aTransferMovesMoneyFromThePlatformToTheAccount() throws StripeException {
    String account = Connected.active(stripe);
    Purchases.charge(stripe, 10_000, "pm_card_visa");

    Transfer transfer = Connected.transfer(stripe, account, 4_250);

    assertThat(transfer.getAmount()).isEqualTo(4_250);
    assertThat(available(null)).isEqualTo(10_000 - 320 - 4_250);
    assertThat(available(account)).isEqualTo(4_250);
    var transfers = stripe.client().v1().transfers();
    assertThat(
            transfers
                .list(
                    TransferListParams.builder()
                        .setTransferGroup("cnv_1")
                        .setDestination(account)
                        .build())
                .getData())
        .extracting(Transfer::getId)
        .containsExactly(transfer.getId());
    assertThat(
            transfers
                .list(TransferListParams.builder().setTransferGroup("cnv_2").build())
                .getData())
        .isEmpty();
    Transfer updated =
        transfers.update(
            transfer.getId(), TransferUpdateParams.builder().putMetadata("seen", "1").build());
    assertThat(updated.getMetadata()).containsKeys("conversion", "seen");
    stripe.awaitPlatform("transfer.created", "transfer.updated");
  }

  @Test
  void aTransferIsRefusedWithoutFundsAnAccountOrItsCapability() throws StripeException {
    Account account = stripe.client().v2().core().accounts().create(Connected.create());
    Purchases.charge(stripe, 1_000, "pm_card_visa");

    assertThat(refusal("acct_nobody", 100).getCode()).isEqualTo("resource_missing");
    assertThat(refusal(account.getId(), 100).getCode())
        .isEqualTo("insufficient_capabilities_for_transfer");
    String active = Connected.active(stripe);
    assertThat(refusal(active, 942).getCode()).isEqualTo("balance_insufficient");
    stripe.admin("POST", "accounts/" + active + "/restrict");
    assertThat(refusal(active, 100).getCode()).isEqualTo("insufficient_capabilities_for_transfer");
    stripe.admin("POST", "accounts/" + active + "/verify");
    assertThat(Connected.transfer(stripe, active, 941).getAmount()).isEqualTo(941);
  }

  @Test
  void aReversalTakesBackWhatIsLeftOfATransferAndOfTheBalance() throws StripeException {
    String account = Connected.active(stripe);
    Purchases.charge(stripe, 10_000, "pm_card_visa");
    Transfer transfer = Connected.transfer(stripe, account, 4_000);
    var reversals = stripe.client().v1().transfers().reversals();

    reversals.create(
        transfer.getId(), TransferReversalCreateParams.builder().setAmount(1_500L).build());
    assertThatThrownBy(
            () ->
                reversals.create(
                    transfer.getId(),
                    TransferReversalCreateParams.builder().setAmount(2_501L).build()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("greater than unreversed amount");
    reversals.create(transfer.getId());

    Transfer reversed = stripe.client().v1().transfers().retrieve(transfer.getId());
    assertThat(reversed.getReversed()).isTrue();
    assertThat(reversed.getReversals().getData()).hasSize(2);
    assertThat(available(account)).isZero();
    assertThat(available(null)).isEqualTo(9_680);
    stripe.awaitPlatform("transfer.reversed");
  }

  @Test
  void moneyOfAnAccountIsPaidOutByItself() throws StripeException {
    String account = Connected.active(stripe);
    Purchases.charge(stripe, 10_000, "pm_card_visa");
    Transfer transfer = Connected.transfer(stripe, account, 4_250);

    stripe.advance(Duration.ofMinutes(1));
    assertThat(payout(account).getStatus()).isEqualTo("in_transit");
    stripe.advance(Duration.ofMinutes(1));

    Payout payout = payout(account);
    assertThat(payout.getStatus()).isEqualTo("paid");
    assertThat(payout.getAmount()).isEqualTo(4_250);
    assertThat(available(account)).isZero();
    stripe.awaitConnect("payout.created", "payout.paid");
    var received = stripe.connect().first("payout.paid");
    Event event =
        Webhook.constructEvent(
            received.payload(), received.signature(), TestSimulator.CONNECT_SECRET);
    assertThat(event.getAccount()).isEqualTo(account);
    assertThat(sourcesOf(account, payout))
        .contains(transfer.getDestinationPayment(), payout.getId());
    Charge payment =
        stripe.client().v1().charges().retrieve(transfer.getDestinationPayment(), of(account));
    assertThat(payment.getSourceTransfer()).isEqualTo(transfer.getId());
  }

  @Test
  void aPayoutCanFailAfterItWasPaidAndTheMoneyIsBackOnTheAccount() throws StripeException {
    String account = Connected.active(stripe);
    Purchases.charge(stripe, 10_000, "pm_card_visa");
    Connected.transfer(stripe, account, 4_250);
    stripe.advance(Duration.ofMinutes(1));
    stripe.advance(Duration.ofMinutes(1));
    Payout paid = payout(account);

    stripe.admin("POST", "payouts/" + paid.getId() + "/fail", "code", "account_closed");

    Payout failed = payout(account);
    assertThat(failed.getStatus()).isEqualTo("failed");
    assertThat(failed.getFailureCode()).isEqualTo("account_closed");
    assertThat(available(account)).isEqualTo(4_250);
    stripe.awaitConnect("payout.paid", "payout.failed");
    stripe.advance(Duration.ofDays(1));
    assertThat(available(account)).isEqualTo(4_250);
    stripe.admin("POST", "accounts/" + account + "/verify");
    stripe.advance(Duration.ofMinutes(2));
    assertThat(available(account)).isZero();
  }

  @Test
  void aBankAccountThatDoesNotExistSendsPayoutsBack() throws StripeException {
    Account account = stripe.client().v2().core().accounts().create(Connected.create());
    String url = Connected.link(stripe, account.getId()).getUrl();
    assertThat(stripe.submit(url, "complete", "true", "bank", "12345").statusCode()).isEqualTo(422);
    stripe.submit(url, "complete", "true", "bank", "000111111116");
    Purchases.charge(stripe, 10_000, "pm_card_visa");
    Connected.transfer(stripe, account.getId(), 1_000);

    stripe.advance(Duration.ofMinutes(1));
    stripe.advance(Duration.ofMinutes(1));

    assertThat(payout(account.getId()).getFailureCode()).isEqualTo("no_account");
    stripe.awaitConnect("payout.failed");
  }

  @Test
  void aPayoutByHandCanBeCancelledUntilItLeaves() throws StripeException {
    Purchases.charge(stripe, 10_000, "pm_card_visa");
    var payouts = stripe.client().v1().payouts();
    Payout payout =
        payouts.create(PayoutCreateParams.builder().setAmount(5_000L).setCurrency("usd").build());
    assertThat(available(null)).isEqualTo(4_680);

    assertThat(payouts.cancel(payout.getId()).getStatus()).isEqualTo("canceled");

    assertThat(available(null)).isEqualTo(9_680);
    assertThatThrownBy(() -> payouts.cancel(payout.getId())).hasMessageContaining("Only pending");
  }

  private Payout payout(String account) throws StripeException {
    return stripe
        .client()
        .v1()
        .payouts()
        .list(PayoutListParams.builder().build(), of(account))
        .getData()
        .getFirst();
  }

  private List<String> sourcesOf(String account, Payout payout) throws StripeException {
    return stripe
        .client()
        .v1()
        .balanceTransactions()
        .list(BalanceTransactionListParams.builder().setPayout(payout.getId()).build(), of(account))
        .getData()
        .stream()
        .map(BalanceTransaction::getSource)
        .toList();
  }

  private InvalidRequestException refusal(String account, long cents) {
    return catchThrowableOfType(
        InvalidRequestException.class, () -> Connected.transfer(stripe, account, cents));
  }

  private long available(@Nullable String account) throws StripeException {
    RequestOptions options = account == null ? RequestOptions.getDefault() : of(account);
    return stripe.client().v1().balance().retrieve(options).getAvailable().getFirst().getAmount();
  }

  private static RequestOptions of(String account) {
    return RequestOptions.builder().setStripeAccount(account).build();
  }
}
