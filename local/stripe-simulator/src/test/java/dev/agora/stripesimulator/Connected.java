package dev.agora.stripesimulator;

import com.stripe.exception.StripeException;
import com.stripe.model.Transfer;
import com.stripe.model.v2.core.Account;
import com.stripe.model.v2.core.AccountLink;
import com.stripe.param.TransferCreateParams;
import com.stripe.param.v2.core.AccountCreateParams;
import com.stripe.param.v2.core.AccountLinkCreateParams;
import com.stripe.param.v2.core.AccountLinkCreateParams.UseCase;
import com.stripe.param.v2.core.AccountRetrieveParams;

/** What Agora's payouts ask of Stripe, for tests to start from. */
final class Connected {
  private Connected() {}

  static AccountCreateParams create() {
    return AccountCreateParams.builder()
        .setContactEmail("bea@agora.test")
        .setDisplayName("Bea <script>")
        .setDashboard(AccountCreateParams.Dashboard.EXPRESS)
        .setIdentity(AccountCreateParams.Identity.builder().setCountry("us").build())
        .setDefaults(
            AccountCreateParams.Defaults.builder()
                .setResponsibilities(
                    AccountCreateParams.Defaults.Responsibilities.builder()
                        .setFeesCollector(
                            AccountCreateParams.Defaults.Responsibilities.FeesCollector.APPLICATION)
                        .setLossesCollector(
                            AccountCreateParams.Defaults.Responsibilities.LossesCollector
                                .APPLICATION)
                        .build())
                .build())
        .setConfiguration(
            AccountCreateParams.Configuration.builder()
                .setRecipient(
                    AccountCreateParams.Configuration.Recipient.builder()
                        .setCapabilities(
                            AccountCreateParams.Configuration.Recipient.Capabilities.builder()
                                .setStripeBalance(
                                    AccountCreateParams.Configuration.Recipient.Capabilities
                                        .StripeBalance.builder()
                                        .setStripeTransfers(
                                            AccountCreateParams.Configuration.Recipient.Capabilities
                                                .StripeBalance.StripeTransfers.builder()
                                                .setRequested(true)
                                                .build())
                                        .build())
                                .build())
                        .build())
                .build())
        .addInclude(AccountCreateParams.Include.CONFIGURATION__RECIPIENT)
        .putMetadata("human", "hum_2")
        .build();
  }

  static AccountLink link(TestSimulator stripe, String account) throws StripeException {
    return stripe
        .client()
        .v2()
        .core()
        .accountLinks()
        .create(
            AccountLinkCreateParams.builder()
                .setAccount(account)
                .setUseCase(
                    UseCase.builder()
                        .setType(UseCase.Type.ACCOUNT_ONBOARDING)
                        .setAccountOnboarding(
                            UseCase.AccountOnboarding.builder()
                                .addConfiguration(UseCase.AccountOnboarding.Configuration.RECIPIENT)
                                .setRefreshUrl("https://agora.test/again")
                                .setReturnUrl("https://agora.test/done")
                                .build())
                        .build())
                .build());
  }

  /** An account that has gone through onboarding. */
  static String active(TestSimulator stripe) throws StripeException {
    Account account = stripe.client().v2().core().accounts().create(create());
    stripe.submit(link(stripe, account.getId()).getUrl(), "complete", "true");
    return account.getId();
  }

  static Account retrieve(TestSimulator stripe, String id) throws StripeException {
    return stripe
        .client()
        .v2()
        .core()
        .accounts()
        .retrieve(
            id,
            AccountRetrieveParams.builder()
                .addInclude(AccountRetrieveParams.Include.CONFIGURATION__RECIPIENT)
                .addInclude(AccountRetrieveParams.Include.REQUIREMENTS)
                .addInclude(AccountRetrieveParams.Include.IDENTITY)
                .addInclude(AccountRetrieveParams.Include.DEFAULTS)
                .build());
  }

  static String transfersStatus(Account account) {
    return account
        .getConfiguration()
        .getRecipient()
        .getCapabilities()
        .getStripeBalance()
        .getStripeTransfers()
        .getStatus();
  }

  static TransferCreateParams transferOf(String account, long cents) {
    return TransferCreateParams.builder()
        .setAmount(cents)
        .setCurrency("usd")
        .setDestination(account)
        .setTransferGroup("cnv_1")
        .putMetadata("conversion", "cnv_1")
        .build();
  }

  static Transfer transfer(TestSimulator stripe, String account, long cents)
      throws StripeException {
    return stripe.client().v1().transfers().create(transferOf(account, cents));
  }
}
