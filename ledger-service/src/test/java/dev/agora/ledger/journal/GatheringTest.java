package dev.agora.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.http.idempotency.IdempotencyKey;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.posting.Note;
import dev.agora.ledger.posting.Posting;
import dev.agora.ledger.posting.PostingId;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

class GatheringTest {

  private static final Duration LONG = Duration.ofMillis(100);

  private final BlockingQueue<Ticket> waiting = new ArrayBlockingQueue<>(100);
  private int asked;

  @Test
  void aLoneRequestDoesNotWaitForCompany() throws Exception {
    Gathering gathering = gathering(LONG);
    long begin = System.nanoTime();
    for (int request = 0; request < 100; request++) {
      ask(1);
      assertThat(gathering.next()).hasSize(1);
    }
    assertThat(System.nanoTime() - begin).isLessThan(LONG.toNanos());
  }

  @Test
  void afterABatchOfSeveralTheNextOneHasAsMany() throws Exception {
    Gathering gathering = gathering(LONG);
    ask(20);
    assertThat(gathering.next()).hasSize(20);
    ask(5);
    Thread late = Thread.startVirtualThread(() -> ask(15));
    assertThat(gathering.next()).hasSize(20);
    late.join();
  }

  @Test
  void whoStaysAwayIsWaitedForOnlyAWhile() throws Exception {
    Gathering gathering = gathering(LONG);
    ask(20);
    assertThat(gathering.next()).hasSize(20);
    ask(5);
    long begin = System.nanoTime();
    assertThat(gathering.next()).hasSize(5);
    assertThat(System.nanoTime() - begin).isGreaterThan(LONG.toNanos() / 2);
    ask(1);
    assertThat(gathering.next()).hasSize(1);
    ask(1);
    begin = System.nanoTime();
    assertThat(gathering.next()).hasSize(1);
    assertThat(System.nanoTime() - begin).isLessThan(LONG.toNanos());
  }

  @Test
  void itCanBeTurnedOff() throws Exception {
    Gathering gathering = gathering(Duration.ZERO);
    ask(20);
    assertThat(gathering.next()).hasSize(20);
    ask(5);
    assertThat(gathering.next()).hasSize(5);
  }

  @Test
  void aBatchIsNoLargerThanAllowed() throws Exception {
    Gathering gathering = gathering(LONG);
    ask(60);
    assertThat(gathering.next()).hasSize(50);
    assertThat(gathering.next()).hasSize(10);
  }

  private Gathering gathering(Duration most) {
    return new Gathering(waiting, new QueueProperties(100, 50, most, Duration.ofSeconds(5)));
  }

  private void ask(int requests) {
    for (int request = 0; request < requests; request++) {
      String name = "posting " + asked++;
      Posting.Transfer transfer =
          new Posting.Transfer(
              new PostingId(name),
              new AgentId("agt_" + "1".repeat(32)),
              new AgentId("agt_" + "2".repeat(32)),
              Credits.parse("1"),
              FeeRate.ofBasisPoints(500),
              Note.NONE);
      waiting.add(
          new Ticket(
              new IdempotencyKey("agt_1", "/pay", name, "hash"),
              PostingGroup.of(transfer),
              outcomes -> ResponseEntity.ok().build()));
    }
  }
}
