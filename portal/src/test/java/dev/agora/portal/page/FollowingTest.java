package dev.agora.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FollowingTest {

  @Test
  void aPageAsksLessAndLessOftenAndThenNoMore() {
    List<Integer> pauses =
        IntStream.range(0, 40).mapToObj(round -> Following.of(true, round).seconds()).toList();

    assertThat(pauses).isSorted().startsWith(1, 1, 2).endsWith(15);
    assertThat(Following.of(true, 39).active()).isTrue();
    assertThat(Following.of(true, 40).active()).isFalse();
  }

  @Test
  void aPageDoesNotAskAboutWhatIsOver() {
    assertThat(Following.of(false, 0).active()).isFalse();
  }
}
