package dev.agora.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FreshIdsTest {

  @Test
  void what_is_there_is_found_at_once() {
    AtomicInteger looks = new AtomicInteger();

    assertThat(FreshIds.await(() -> Optional.of(looks.incrementAndGet()))).contains(1);
  }

  @Test
  void what_arrives_is_found() {
    AtomicInteger looks = new AtomicInteger();

    assertThat(FreshIds.await(() -> Optional.of(looks.incrementAndGet()).filter(look -> look == 4)))
        .contains(4);
  }

  @Test
  void what_never_arrives_is_given_up_after_two_seconds_and_few_looks() {
    AtomicInteger looks = new AtomicInteger();
    long start = System.nanoTime();

    Optional<Object> found =
        FreshIds.await(
            () -> {
              looks.incrementAndGet();
              return Optional.empty();
            });

    assertThat(found).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(FreshIds.WAIT_MAX, FreshIds.WAIT_MAX.plusSeconds(1));
    assertThat(looks.get()).isBetween(5, 20);
  }

  @Test
  void an_interrupted_wait_ends() {
    Thread.currentThread().interrupt();

    assertThat(FreshIds.await(Optional::empty)).isEmpty();
    assertThat(Thread.interrupted()).isTrue();
  }
}
