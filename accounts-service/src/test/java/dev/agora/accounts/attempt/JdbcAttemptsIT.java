package dev.agora.accounts.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.accounts.RunningAccounts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Tries are counted exactly, whoever takes them at the same time. */
class JdbcAttemptsIT extends RunningAccounts {

  /** Later than the clock of the running service, which forgets what is over. */
  private static final Instant START = Instant.parse("2100-01-01T00:00:00Z");

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private JdbcAttempts at(Duration later) {
    return new JdbcAttempts(jdbc, Clock.fixed(START.plus(later), ZoneOffset.UTC));
  }

  private static Allowance threeOf(String kind) {
    return Allowance.of(kind, UUID.randomUUID().toString(), 3, MINUTE);
  }

  @Test
  void aBurstIsAllowedAndThenOneMorePerRefill() {
    List<Allowance> three = List.of(threeOf("test"));

    for (int i = 0; i < 3; i++) {
      assertThat(at(Duration.ZERO).take(three)).isEmpty();
    }
    assertThat(at(Duration.ofSeconds(20)).take(three)).hasValue(Duration.ofSeconds(40));
    assertThat(at(MINUTE).take(three)).isEmpty();
    assertThat(at(MINUTE).take(three)).hasValue(MINUTE);
    assertThat(at(MINUTE.multipliedBy(100)).take(three)).isEmpty();
  }

  @Test
  void whatIsGivenBackCanBeTakenAgain() {
    List<Allowance> three = List.of(threeOf("test"));

    for (int i = 0; i < 10; i++) {
      assertThat(at(Duration.ZERO).take(three)).isEmpty();
      at(Duration.ZERO).giveBack(three);
    }
  }

  @Test
  void ofSeveralAllTakeOrNone() {
    Allowance open = threeOf("test");
    Allowance used = Allowance.of("test", UUID.randomUUID().toString(), 1, MINUTE);
    assertThat(at(Duration.ZERO).take(List.of(used))).isEmpty();

    for (int i = 0; i < 5; i++) {
      assertThat(at(Duration.ZERO).take(List.of(open, used))).hasValue(MINUTE);
    }
    assertThat(at(Duration.ZERO).take(List.of(open))).isEmpty();
  }

  @Test
  void manyAtOnceDoNotPassTogether() throws ExecutionException, InterruptedException {
    List<Allowance> three = List.of(threeOf("test"));
    Callable<Optional<Duration>> take = () -> at(Duration.ZERO).take(three);
    long taken = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Optional<Duration>> answer :
          threads.invokeAll(List.of(take, take, take, take, take, take, take, take))) {
        taken += answer.get().isEmpty() ? 1 : 0;
      }
    }

    assertThat(taken).isEqualTo(3);
  }

  @Test
  void whatIsFullAgainIsForgotten() {
    Allowance one = threeOf("test");
    at(Duration.ZERO).take(List.of(one));

    at(MINUTE.minusMillis(1)).forget();
    assertThat(rowsOf(one)).isOne();

    at(MINUTE).forget();
    assertThat(rowsOf(one)).isZero();
  }

  private int rowsOf(Allowance allowance) {
    return jdbc.sql("SELECT count(*) FROM attempt WHERE key = :key")
        .param("key", allowance.key())
        .query(Integer.class)
        .single();
  }
}
