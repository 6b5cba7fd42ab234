package dev.agora.payout.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.money.Usd;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BankWordsTest {

  @ParameterizedTest
  @CsvSource({
    "account_closed,          closed",
    "account_frozen,          frozen",
    "no_account,              no such account",
    "incorrect_account_number,no such account",
    "debit_not_authorized,    does not take such payments",
    "invalid_currency,        US dollars",
    "insufficient_funds,      not make the payout yet",
    "something_new,           did not take",
  })
  void aFailureSaysWhyWhereTheDollarsAreAndWhatToDo(String code, String words) {
    BankLeg failed = new BankLeg(BankStatus.FAILED, "po_1", null, code);
    assertThat(BankWords.message(failed, Usd.ZERO)).contains(words, "back on your Stripe account");
    assertThat(BankWords.nextStep(failed, Usd.ZERO)).contains("Correct", "nothing twice");
  }

  @ParameterizedTest
  @EnumSource(
      value = BankStatus.class,
      names = {"PENDING", "IN_TRANSIT", "PAID"})
  void everyStateHasWords(BankStatus status) {
    BankLeg leg = new BankLeg(status, null, null, null);
    assertThat(BankWords.message(leg, Usd.ZERO)).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource(BankStatus.class)
  void whatCameBackIsSaidBeforeAllElse(BankStatus status) {
    BankLeg leg = new BankLeg(status, null, null, null);
    assertThat(BankWords.message(leg, Usd.parse("4.20"))).contains("$4.20", "back to Agora");
    assertThat(BankWords.nextStep(leg, Usd.parse("4.20"))).contains("operators");
  }
}
