package dev.agora.payout.stripe;

import com.stripe.param.v2.core.AccountCreateParams;
import com.stripe.param.v2.core.AccountCreateParams.Configuration.Recipient;
import com.stripe.param.v2.core.AccountLinkCreateParams;
import com.stripe.param.v2.core.AccountLinkCreateParams.UseCase;
import dev.agora.payout.destination.Person;

/** What is asked of the v2 API. */
final class AccountRequests {

  private AccountRequests() {}

  static AccountCreateParams create(Person person) {
    return AccountCreateParams.builder()
        .setContactEmail(person.email())
        .setDisplayName(person.name())
        .setDashboard(AccountCreateParams.Dashboard.EXPRESS)
        .setIdentity(
            AccountCreateParams.Identity.builder()
                .setCountry("us")
                .setEntityType(AccountCreateParams.Identity.EntityType.INDIVIDUAL)
                .build())
        .setDefaults(AccountCreateParams.Defaults.builder().setResponsibilities(ours()).build())
        .setConfiguration(
            AccountCreateParams.Configuration.builder().setRecipient(recipient()).build())
        .addInclude(AccountCreateParams.Include.CONFIGURATION__RECIPIENT)
        .putMetadata("human", person.humanId())
        .build();
  }

  static AccountLinkCreateParams onboarding(String stripeAccountId, ReturnPages pages) {
    UseCase.AccountOnboarding onboarding =
        UseCase.AccountOnboarding.builder()
            .addConfiguration(UseCase.AccountOnboarding.Configuration.RECIPIENT)
            .setReturnUrl(pages.afterOnboarding())
            .setRefreshUrl(pages.forAnotherLink())
            .build();
    return AccountLinkCreateParams.builder()
        .setAccount(stripeAccountId)
        .setUseCase(
            UseCase.builder()
                .setType(UseCase.Type.ACCOUNT_ONBOARDING)
                .setAccountOnboarding(onboarding)
                .build())
        .build();
  }

  /** The platform bears fees and losses: owners only receive. */
  private static AccountCreateParams.Defaults.Responsibilities ours() {
    return AccountCreateParams.Defaults.Responsibilities.builder()
        .setFeesCollector(AccountCreateParams.Defaults.Responsibilities.FeesCollector.APPLICATION)
        .setLossesCollector(
            AccountCreateParams.Defaults.Responsibilities.LossesCollector.APPLICATION)
        .build();
  }

  private static Recipient recipient() {
    Recipient.Capabilities.StripeBalance.StripeTransfers transfers =
        Recipient.Capabilities.StripeBalance.StripeTransfers.builder().setRequested(true).build();
    return Recipient.builder()
        .setCapabilities(
            Recipient.Capabilities.builder()
                .setStripeBalance(
                    Recipient.Capabilities.StripeBalance.builder()
                        .setStripeTransfers(transfers)
                        .build())
                .build())
        .build();
  }
}
