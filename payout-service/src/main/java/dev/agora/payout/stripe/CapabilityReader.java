package dev.agora.payout.stripe;

import com.stripe.model.v2.core.Account;
import dev.agora.payout.destination.TransferCapability;
import java.util.Optional;

/** Finds the one capability that counts in an account of the v2 API. */
final class CapabilityReader {

  private CapabilityReader() {}

  static TransferCapability read(Account account) {
    if (Boolean.TRUE.equals(account.getClosed())) {
      return TransferCapability.CLOSED;
    }
    return Optional.ofNullable(account.getConfiguration())
        .map(Account.Configuration::getRecipient)
        .map(Account.Configuration.Recipient::getCapabilities)
        .map(Account.Configuration.Recipient.Capabilities::getStripeBalance)
        .map(Account.Configuration.Recipient.Capabilities.StripeBalance::getStripeTransfers)
        .map(Account.Configuration.Recipient.Capabilities.StripeBalance.StripeTransfers::getStatus)
        .map(CapabilityReader::ofStatus)
        .orElse(TransferCapability.OTHER);
  }

  private static TransferCapability ofStatus(String status) {
    return switch (status) {
      case "active" -> TransferCapability.ACTIVE;
      case "pending" -> TransferCapability.PENDING;
      case "restricted" -> TransferCapability.RESTRICTED;
      case "unsupported" -> TransferCapability.UNSUPPORTED;
      default -> TransferCapability.OTHER;
    };
  }
}
