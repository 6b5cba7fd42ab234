package dev.agora.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\t",
        " 1",
        "1 ",
        "1\n",
        "NaN",
        "Infinity",
        "-Infinity",
        "1e400",
        "1E2",
        "0x10",
        "1,5",
        "1.234,5",
        "1_000",
        "+1",
        "1.",
        ".5",
        ".",
        "-",
        "--1",
        "-.5",
        "1..2",
        "1.2.3",
        "٣",
        "１",
        "Ⅷ",
        "½",
        "1\u00a0",
        "\u2212" + "1",
        "1\u0000",
        "null",
        "true",
        "$1",
        "1f",
        "1d",
        "1L",
        "()"
      })
  void a_text_that_is_no_plain_decimal_is_refused(String text) {
    assertRefused(text, "must be a plain decimal of credits, such as \"20.5\"");
    assertThatThrownBy(() -> Usd.parseAmount(text))
        .isInstanceOf(InvalidAmountException.class)
        .hasMessage("must be a plain decimal of US dollars, such as \"20.5\"");
    assertThatThrownBy(() -> Credits.parse(text)).isInstanceOf(InvalidAmountException.class);
    assertThatThrownBy(() -> Usd.parse(text)).isInstanceOf(InvalidAmountException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0                          | must be above zero
          0.000000                   | must be above zero
          -0                         | must be above zero
          -0.000001                  | must be above zero
          -1                         | must be above zero
          0.0000001                  | must have at most 6 decimals
          1.0000000                  | must have at most 6 decimals
          1000000000000.000001       | must be at most 1000000000000 credits
          1000000000001              | must be at most 1000000000000 credits
          9223372036854.775808       | must be at most 1000000000000 credits
          9223372036854775808        | must be at most 1000000000000 credits
          18446744073709551617       | must be at most 1000000000000 credits
          99999999999999999999999999 | must be at most 1000000000000 credits
          """)
  void a_decimal_that_is_no_amount_of_credits_is_refused(String text, String clause) {
    assertRefused(text, clause);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0            | must be above zero
          -1.00        | must be above zero
          1.234        | must have at most 2 decimals
          100000000000.01      | must be at most 100000000000 US dollars
          92233720368547758.08 | must be at most 100000000000 US dollars
          184467440737095516.17 | must be at most 100000000000 US dollars
          """)
  void a_decimal_that_is_no_amount_of_dollars_is_refused(String text, String clause) {
    assertThatThrownBy(() -> Usd.parseAmount(text))
        .isInstanceOf(InvalidAmountException.class)
        .hasMessage(clause);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1000000",
    "20.5, 20500000",
    "0.000001, 1",
    "01.10, 1100000",
    "000000000000000000000000000001, 1000000",
    "1000000000000, 1000000000000000000",
    "999999999999.999999, 999999999999999999"
  })
  void a_plain_decimal_is_read_to_the_last_digit(String text, long micros) {
    assertThat(Credits.parseAmount(text)).isEqualTo(Credits.ofMicros(micros));
  }

  @Test
  void a_text_of_a_million_digits_is_refused_at_once() {
    String endless = "9".repeat(1_000_000);

    assertRefused(endless, "must be a plain decimal of credits, such as \"20.5\"");
    assertRefused("1." + endless, "must be a plain decimal of credits, such as \"20.5\"");
    assertRefused("0".repeat(1_000_000), "must be a plain decimal of credits, such as \"20.5\"");
  }

  private static void assertRefused(String text, String clause) {
    assertThatThrownBy(() -> Credits.parseAmount(text))
        .isInstanceOf(InvalidAmountException.class)
        .hasMessage(clause);
  }
}
