package dev.agora.stripesimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.BalanceSettings;
import com.stripe.model.BankAccount;
import com.stripe.model.Payout;
import com.stripe.net.RequestOptions;
import com.stripe.param.AccountLinkCreateParams;
import com.stripe.param.BalanceSettingsUpdateParams;
import com.stripe.param.BalanceSettingsUpdateParams.Payments.Payouts;
import com.stripe.param.PayoutCreateParams;
import com.stripe.param.PayoutReverseParams;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of the money of a connected account, and who may say so. */
class OwnersMoneyTest {
  @RegisterExtension final TestSimulator stripe = new TestSimulator();

  @Test
  void aManualScheduleLeavesTheMoneyWhereItIs() throws StripeException {
    String account = paid(5_000);
    assertThat(settings(account).getPayments().getPayouts().getSchedule().getInterval())
        .isEqualTo("daily");

    schedule(account, Payouts.Schedule.Interval.MANUAL);
    stripe.advance(Duration.ofDays(1));
    assertThat(payouts(account)).isEmpty();

    schedule(account, Payouts.Schedule.Interval.DAILY);
    stripe.advance(Duration.ofMinutes(2));
    assertThat(payouts(account)).extracting(Payout::getAmount).containsExactly(5_000L);
    stripe.awaitConnect("balance_settings.updated", "balance_settings.updated", "payout.created");
  }

  @Test
  void theSmallestBalanceStays() throws StripeException {
    String account = paid(5_000);
    update(account, Payouts.builder().putMinimumBalanceByCurrency("usd", 2_000L).build());

    stripe.advance(Duration.ofMinutes(2));

    assertThat(payouts(account)).extracting(Payout::getAmount).containsExactly(3_000L);
    assertThat(available(account)).isEqualTo(2_000);
  }

  @Test
  void thePlatformsOwnMoneyIsPaidOutByHand() throws StripeException {
    BalanceSettings own = stripe.client().v1().balanceSettings().retrieve();

    assertThat(own.getPayments().getPayouts().getSchedule().getInterval()).isEqualTo("manual");
    assertThat(own.getPayments().getPayouts().getStatus()).isEqualTo("enabled");
  }

  @Test
  void theBankAccountIsShownAndErroredOnceItSendsMoneyBack() throws StripeException {
    String account = paid(5_000);
    assertThat(bank(account).getStatus()).isEqualTo("new");
    stripe.advance(Duration.ofMinutes(1));

    String payout = payouts(account).getFirst().getId();
    stripe.admin("POST", "payouts/" + payout + "/fail", "code", "no_account");

    assertThat(bank(account).getStatus()).isEqualTo("errored");
    stripe.awaitConnect("payout.failed", "account.external_account.updated");
    stripe.admin("POST", "accounts/" + account + "/bank", "number", "000123456789");
    assertThat(bank(account).getStatus()).isEqualTo("new");
    assertThat(
            stripe
                .client()
                .v1()
                .accounts()
                .externalAccounts()
                .retrieve(account, bank(account).getId())
                .getId())
        .isEqualTo(bank(account).getId());
  }

  @Test
  void aLoginLinkLeadsToAPageThatNamesAnotherBankAccountUntilItIsOver() throws StripeException {
    String account = paid(5_000);
    String url = stripe.client().v1().accounts().loginLinks().create(account).getUrl();
    assertThat(stripe.open(url).body()).contains("$50.00", "6789");

    assertThat(stripe.submit(url, "bank", "12").statusCode()).isEqualTo(422);
    assertThat(stripe.submit(url, "bank", "000111111116").statusCode()).isEqualTo(200);

    assertThat(bank(account).getLast4()).isEqualTo("1116");
    stripe.awaitConnect("account.external_account.created");
    stripe.advance(Duration.ofMinutes(6));
    assertThat(stripe.open(url).statusCode()).isEqualTo(410);
    assertThat(stripe.submit(url, "bank", "000123456789").statusCode()).isEqualTo(410);
  }

  @Test
  void nobodyLogsInBeforeOnboardingWhichALinkOfV1BeginsAsWell() throws StripeException {
    String account = stripe.client().v2().core().accounts().create(Connected.create()).getId();
    assertThat(
            catchThrowableOfType(
                InvalidRequestException.class,
                () -> stripe.client().v1().accounts().loginLinks().create(account)))
        .hasMessageContaining("onboarding");

    String url =
        stripe
            .client()
            .v1()
            .accountLinks()
            .create(
                AccountLinkCreateParams.builder()
                    .setAccount(account)
                    .setRefreshUrl("https://agora.test/again")
                    .setReturnUrl("https://agora.test/done")
                    .setType(AccountLinkCreateParams.Type.ACCOUNT_ONBOARDING)
                    .build())
            .getUrl();
    assertThat(stripe.submit(url, "complete", "true").statusCode()).isEqualTo(303);

    assertThat(stripe.client().v1().accounts().loginLinks().create(account).getUrl()).isNotEmpty();
  }

  @Test
  void aPayoutThatArrivedIsFetchedBackOnce() throws StripeException {
    String account = paid(5_000);
    stripe.advance(Duration.ofMinutes(1));
    Payout payout = payouts(account).getFirst();
    assertThat(reversal(account, payout.getId())).hasMessageContaining("Only a paid payout");
    stripe.advance(Duration.ofMinutes(1));

    Payout back =
        stripe
            .client()
            .v1()
            .payouts()
            .reverse(
                payout.getId(),
                PayoutReverseParams.builder().putMetadata("why", "mistake").build(),
                by(account));

    assertThat(back.getAmount()).isEqualTo(-5_000);
    assertThat(back.getOriginalPayout()).isEqualTo(payout.getId());
    assertThat(payouts(account).getLast().getReversedBy()).isEqualTo(back.getId());
    assertThat(available(account)).isEqualTo(5_000);
    stripe.advance(Duration.ofMinutes(1));
    assertThat(payouts(account)).extracting(Payout::getStatus).containsOnly("paid");
    assertThat(reversal(account, payout.getId())).hasMessageContaining("once");
    stripe.awaitConnect("payout.created", "payout.created", "payout.updated", "payout.paid");
  }

  @Test
  void aRestrictedAccountIsNotPaidOutByHandEither() throws StripeException {
    String account = paid(5_000);
    schedule(account, Payouts.Schedule.Interval.MANUAL);
    stripe.admin("POST", "accounts/" + account + "/restrict");

    InvalidRequestException refused =
        catchThrowableOfType(
            InvalidRequestException.class,
            () ->
                stripe
                    .client()
                    .v1()
                    .payouts()
                    .create(
                        PayoutCreateParams.builder().setAmount(100L).setCurrency("usd").build(),
                        by(account)));

    assertThat(refused.getCode()).isEqualTo("payouts_not_allowed");
    assertThat(settings(account).getPayments().getPayouts().getStatus()).isEqualTo("disabled");
  }

  private InvalidRequestException reversal(String account, String payout) {
    return catchThrowableOfType(
        InvalidRequestException.class,
        () -> stripe.client().v1().payouts().reverse(payout, by(account)));
  }

  /** An account with that many cents. */
  private String paid(long cents) throws StripeException {
    String account = Connected.active(stripe);
    Purchases.charge(stripe, 20_000, "pm_card_bypassPending");
    Connected.transfer(stripe, account, cents);
    return account;
  }

  private static RequestOptions by(String account) {
    return RequestOptions.builder().setStripeAccount(account).build();
  }

  private BalanceSettings settings(String account) throws StripeException {
    return stripe.client().v1().balanceSettings().retrieve(by(account));
  }

  private void schedule(String account, Payouts.Schedule.Interval interval) throws StripeException {
    Payouts.Schedule schedule = Payouts.Schedule.builder().setInterval(interval).build();
    update(account, Payouts.builder().setSchedule(schedule).build());
  }

  private void update(String account, Payouts wanted) throws StripeException {
    BalanceSettingsUpdateParams.Payments payments =
        BalanceSettingsUpdateParams.Payments.builder().setPayouts(wanted).build();
    stripe
        .client()
        .v1()
        .balanceSettings()
        .update(BalanceSettingsUpdateParams.builder().setPayments(payments).build(), by(account));
  }

  private List<Payout> payouts(String account) throws StripeException {
    return stripe.client().v1().payouts().list(by(account)).getData();
  }

  private long available(String account) throws StripeException {
    return stripe
        .client()
        .v1()
        .balance()
        .retrieve(by(account))
        .getAvailable()
        .getFirst()
        .getAmount();
  }

  private BankAccount bank(String account) throws StripeException {
    return (BankAccount)
        stripe.client().v1().accounts().externalAccounts().list(account).getData().getFirst();
  }
}
