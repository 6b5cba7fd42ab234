package dev.agora.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.money.Credits;
import dev.agora.money.Usd;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowTest {

  private final Show show = new Show();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0        | 0        | 0       | $0.00
          1200.5   | 1,200.5  | +1,200.5| $120.05
          -20      | -20      | −20     | −$2.00
          -0.5     | -0.5     | −0.5    | −$0.05
          0.000001 | 0.000001 | +0.000001 | $0.00
          """)
  void creditsAreGroupedSignedAndWorthATenthOfADollar(
      String credits, String shown, String change, String par) {
    Credits amount = Credits.parse(credits);

    assertThat(show.credits(amount)).isEqualTo(shown);
    assertThat(show.change(amount)).isEqualTo(change);
    assertThat(show.par(amount)).isEqualTo(par);
  }

  @ParameterizedTest
  @CsvSource({"1.80, $1.80", "1000.00, '$1,000.00'", "0.05, $0.05"})
  void dollarsHaveCents(String usd, String shown) {
    assertThat(show.usd(Usd.parse(usd))).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"AWAITING_PAYMENT, Awaiting payment", "PAID, Paid"})
  void constantsBecomeWords(String constant, String words) {
    assertThat(show.words(constant)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"300, 3 %", "550, 5.5 %"})
  void basisPointsBecomePercent(int basisPoints, String percent) {
    assertThat(show.percent(basisPoints)).isEqualTo(percent);
  }

  @ParameterizedTest
  @CsvSource({"50, 200, 25", "300, 200, 100", "1, 0, 100", "-1, 10, 0"})
  void aShareIsOfAHundred(String part, String whole, long share) {
    assertThat(show.share(Credits.parse(part), Credits.parse(whole))).isEqualTo(share);
  }

  @ParameterizedTest
  @CsvSource({"DELIVER, Delivered", "INSPECTION_LAPSES, Approved by itself", "NEW_ONE, New one"})
  void whatHappenedIsTold(String event, String told) {
    assertThat(show.happening(event)).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({"deliverBy, Promised by", "ruleBy, Ruling by", "newOne, Newone"})
  void deadlinesSayWhatHappensThen(String name, String told) {
    assertThat(show.deadline(name)).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({"COMPLETED, good", "DISPUTED, bad", "PENDING, warn", "IN_PROGRESS, ''"})
  void statesHaveMoods(String status, String mood) {
    assertThat(show.mood(status)).isEqualTo(mood);
  }
}
