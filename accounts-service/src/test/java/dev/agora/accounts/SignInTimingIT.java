package dev.agora.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.accounts.ApiClient.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long a refused sign-in takes does not tell whether an address has an account. */
class SignInTimingIT extends RunningAccounts {

  private static final int WARM_UP = 5;
  private static final int PAIRS = 40;

  /** By chance alone a rank sum is further off once in 15,000 runs. */
  private static final double STANDARD_DEVIATIONS_MAX = 4;

  @Test
  void knownAndUnknownAddressesTakeTheSameTime() {
    String known = newEmail();
    signUp(known);
    List<Long> ofKnown = new ArrayList<>();
    List<Long> ofUnknown = new ArrayList<>();
    for (int i = 0; i < WARM_UP; i++) {
      nanosToRefuse(known, i);
    }
    // In random order: what comes at regular times, such as garbage collections after so many
    // hashes, would otherwise always meet the same ones.
    List<Boolean> turns = new ArrayList<>(Collections.nCopies(PAIRS, true));
    turns.addAll(Collections.nCopies(PAIRS, false));
    Collections.shuffle(turns);
    for (boolean isKnown : turns) {
      if (isKnown) {
        ofKnown.add(nanosToRefuse(known, WARM_UP + ofKnown.size()));
      } else {
        ofUnknown.add(nanosToRefuse(newEmail(), WARM_UP + ofUnknown.size()));
      }
    }

    assertThat(standardDeviationsApart(ofKnown, ofUnknown))
        .as("known %s, unknown %s", ofKnown, ofUnknown)
        .isBetween(-STANDARD_DEVIATIONS_MAX, STANDARD_DEVIATIONS_MAX);
  }

  @Test
  void theStatisticTellsWhatDiffers() {
    List<Long> quick = new ArrayList<>();
    List<Long> slow = new ArrayList<>();
    for (long i = 0; i < PAIRS; i++) {
      quick.add(i * 7 % 100);
      slow.add(50 + i * 7 % 100);
    }

    assertThat(standardDeviationsApart(quick, slow)).isLessThan(-STANDARD_DEVIATIONS_MAX);
    assertThat(standardDeviationsApart(quick, quick)).isZero();
  }

  private long nanosToRefuse(String email, int source) {
    long before = System.nanoTime();
    Answer answer =
        api.from(
            "10.20.30." + source,
            "POST",
            "/api/v1/sessions",
            "{\"email\":\"%s\",\"password\":\"a wrong password\"}".formatted(email));
    long nanos = System.nanoTime() - before;
    assertThat(answer.status()).isEqualTo(401);
    return nanos;
  }

  /** The z-value of Mann and Whitney's U, which asks nothing of the distribution. */
  private static double standardDeviationsApart(List<Long> left, List<Long> right) {
    double u = 0;
    for (long one : left) {
      for (long other : right) {
        u += (Long.signum(one - other) + 1) / 2.0;
      }
    }
    double n = (double) left.size() * right.size();
    return (u - n / 2) / Math.sqrt(n * (left.size() + right.size() + 1) / 12);
  }
}
