package dev.agora.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenDisputeTest {

  private static final Instant LATER = Disputed.OPENED.plusSeconds(1000);

  @ParameterizedTest
  @CsvSource({
    "PT-3S,   0 minutes",
    "PT59S,   0 minutes",
    "PT1M,    1 minute",
    "PT59M,   59 minutes",
    "PT1H59M, 1 hour",
    "PT47H,   47 hours",
    "PT48H,   2 days",
    "P9D,     9 days"
  })
  void theAgeIsToldInTheUnitThatSaysMost(Duration open, String words) {
    assertThat(dispute(Map.of(), Disputed.OPENED.plus(open)).age()).isEqualTo(words);
  }

  @Test
  void theSellerAnswersFirstThenTheArbiterHasTimeThenItIsOverdue() {
    OpenDispute young = dispute(Map.of("answerBy", LATER), LATER);
    assertThat(young.isForSeller()).isTrue();
    assertThat(young.isOverdue()).isFalse();

    OpenDispute answered = dispute(Map.of("ruleBy", LATER), LATER);
    assertThat(answered.isForSeller()).isFalse();
    assertThat(answered.isOverdue()).isFalse();
    assertThat(answered.by()).isEqualTo(LATER);

    assertThat(dispute(Map.of("splitUntil", LATER), LATER).isOverdue()).isTrue();
  }

  private static OpenDispute dispute(Map<String, Instant> deadlines, Instant now) {
    return OpenDispute.of(Disputed.order("100", 500, deadlines), now);
  }
}
