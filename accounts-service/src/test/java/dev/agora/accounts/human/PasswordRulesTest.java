package dev.agora.accounts.human;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRulesTest {

  private final PasswordRules rules = new PasswordRules(new CommonPasswords());

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          correct horse battery staple | why not: long, and nobody else's
          1f3870be274f6c49             | random
          ελληνικά με κενά             | any characters
          """,
      delimiter = '|')
  void whatNobodyGuessesIsTaken(String password, String why) {
    assertThat(rules.refusal(password, "ada.lovelace@example.org", "Ada Byron")).as(why).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          1qaz2wsx3edc4rfv       | COMMON   | on the list
          1QAZ2WSX3EDC4RFV       | COMMON   | in any case
          passwordpassword       | COMMON   | one of the list, twice
          iloveyou20262026       | COMMON   | with digits behind
          ***iloveyou!!!***!!    | COMMON   | with signs around
          aaaaaaaaaaaaaaaaaa     | COMMON   | one character
          abababababababababa    | COMMON   | hardly more
          abcdefghijklmnop       | COMMON   | a run
          ponmlkjihgfedcba       | COMMON   | backwards
          ada.lovelace2026       | PERSONAL | the address
          Byron-Ada-Lovelace-1   | PERSONAL | address and name
          agora-example-ada1     | PERSONAL | and the service
          """,
      delimiter = '|')
  void whatAttackersTryIsNot(String password, PasswordRefusal refusal, String why) {
    assertThat(rules.refusal(password, "ada.lovelace@example.org", "Ada Byron"))
        .as(why)
        .hasValue(refusal);
  }
}
