package dev.agora.stripesimulator.payment;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The card numbers Stripe publishes for tests, and what each is good for. */
enum TestCard {
  VISA("4242424242424242", "visa", "pm_card_visa"),
  MASTERCARD("5555555555554444", "mastercard", "pm_card_mastercard"),
  AMEX("378282246310005", "amex", "pm_card_amex"),
  DECLINED(
      "4000000000000002",
      "pm_card_visa_chargeDeclined",
      "card_declined",
      "generic_decline",
      "Your card was declined."),
  INSUFFICIENT_FUNDS(
      "4000000000009995",
      "pm_card_visa_chargeDeclinedInsufficientFunds",
      "card_declined",
      "insufficient_funds",
      "Your card has insufficient funds."),
  LOST(
      "4000000000009987",
      "pm_card_visa_chargeDeclinedLostCard",
      "card_declined",
      "lost_card",
      "Your card was declined."),
  STOLEN(
      "4000000000009979",
      "pm_card_visa_chargeDeclinedStolenCard",
      "card_declined",
      "stolen_card",
      "Your card was declined."),
  EXPIRED(
      "4000000000000069",
      "pm_card_chargeDeclinedExpiredCard",
      "expired_card",
      null,
      "Your card has expired."),
  WRONG_CVC(
      "4000000000000127",
      "pm_card_chargeDeclinedIncorrectCvc",
      "incorrect_cvc",
      null,
      "Your card's security code is incorrect."),
  PROCESSING_ERROR(
      "4000000000000119",
      "pm_card_chargeDeclinedProcessingError",
      "processing_error",
      null,
      "An error occurred while processing your card. Try again in a little bit."),
  FAILS_LATER(
      "4000000000000341",
      "pm_card_chargeCustomerFail",
      "card_declined",
      "generic_decline",
      "Your card was declined."),
  BLOCKED(
      "4100000000000019",
      "pm_card_radarBlock",
      "card_declined",
      "fraudulent",
      "Your card was declined."),
  ELEVATED_RISK("4000000000009235", "visa", "pm_card_riskLevelElevated"),
  STRAIGHT_TO_AVAILABLE("4000000000000077", "visa", "pm_card_bypassPending"),
  DISPUTED("4000000000000259", "visa", "pm_card_createDispute"),
  WARNED("4000000000005423", "visa", "pm_card_createIssuerFraudRecord"),
  AUTHENTICATION_ONCE("4000002500003155", "visa", "pm_card_authenticationRequiredOnSetup"),
  AUTHENTICATION_ALWAYS("4000000000003220", "visa", "pm_card_threeDSecure2Required"),
  REFUND_SUCCEEDS_LATER("4000000000007726", "visa", "pm_card_pendingRefund"),
  REFUND_FAILS_LATER("4000000000005126", "visa", "pm_card_refundFail");

  private final String number;
  private final String brand;
  private final String alias;
  private final @Nullable String code;
  private final @Nullable String declineCode;
  private final @Nullable String message;

  TestCard(String number, String brand, String alias) {
    this(number, brand, alias, null, null, null);
  }

  TestCard(String number, String alias, String code, @Nullable String declineCode, String message) {
    this(number, "visa", alias, code, declineCode, message);
  }

  TestCard(
      String number,
      String brand,
      String alias,
      @Nullable String code,
      @Nullable String declineCode,
      @Nullable String message) {
    this.number = number;
    this.brand = brand;
    this.alias = alias;
    this.code = code;
    this.declineCode = declineCode;
    this.message = message;
  }

  /** The card of a number as people type it. */
  static Optional<TestCard> ofNumber(String typed) {
    String digits = typed.replaceAll("[ \\-]", "");
    return Arrays.stream(values()).filter(card -> card.number.equals(digits)).findFirst();
  }

  /** The card that a payment method like {@code pm_card_visa} stands for. */
  static Optional<TestCard> ofAlias(String alias) {
    String asked =
        switch (alias) {
          case "pm_card_chargeDeclined" -> DECLINED.alias;
          case "pm_card_chargeDeclinedInsufficientFunds" -> INSUFFICIENT_FUNDS.alias;
          case "pm_card_authenticationRequired" -> AUTHENTICATION_ALWAYS.alias;
          case "tok_visa" -> VISA.alias;
          case "tok_mastercard" -> MASTERCARD.alias;
          default -> alias;
        };
    return Arrays.stream(values()).filter(card -> card.alias.equals(asked)).findFirst();
  }

  String brand() {
    return brand;
  }

  String lastFour() {
    return number.substring(number.length() - 4);
  }

  /** Whether a charge is refused: then there are a code and a message. */
  boolean declines() {
    return code != null;
  }

  /** Whether it can not even be saved; one can, and declines each charge. */
  boolean refusesToBeKept() {
    return declines() && this != FAILS_LATER;
  }

  String code() {
    return code == null ? "card_declined" : code;
  }

  @Nullable String declineCode() {
    return declineCode;
  }

  String message() {
    return message == null ? "Your card was declined." : message;
  }

  boolean needsAuthentication() {
    return this == AUTHENTICATION_ONCE || this == AUTHENTICATION_ALWAYS;
  }

  String riskLevel() {
    return switch (this) {
      case BLOCKED -> "highest";
      case ELEVATED_RISK -> "elevated";
      default -> "normal";
    };
  }
}
