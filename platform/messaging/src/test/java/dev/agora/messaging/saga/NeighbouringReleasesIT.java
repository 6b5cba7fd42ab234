package dev.agora.messaging.saga;

import static dev.agora.messaging.saga.SagaDefinition.saga;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.local.infrastructure.Database;
import dev.agora.messaging.TestService;
import dev.agora.messaging.inbox.MessageContext;
import dev.agora.messaging.inbox.MessageHandlers;
import dev.agora.messaging.inbox.Reply;
import dev.agora.support.Parts;
import dev.agora.support.RealParts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Replicas of two releases of a service on one database and in one consumer group, as a rolling
 * upgrade has them. The newer one's saga has a step more, and its command a field more.
 */
@RealParts
class NeighbouringReleasesIT {

  private static final String COMMANDS = "np.commands.v1";
  private static final Queue<String> DONE = new ConcurrentLinkedQueue<>();
  private static final Queue<String> OBSERVED = new ConcurrentLinkedQueue<>();
  private static final CountDownLatch ANSWERING = new CountDownLatch(1);
  private static Database database;
  private static TestService participant;

  record Gift(String to) {}

  record Ask(String to) {}

  record WrappedAsk(String to, String wrapping) {}

  private static final SagaDefinition<Gift> OLDER =
      saga("gift", 1, Gift.class)
          .compensatable("reserve")
          .command(plain("np.reserve"), gift -> new Ask(gift.to()))
          .undo(plain("np.release"), gift -> new Ask(gift.to()))
          .pivot("approval")
          .awaiting(Duration.ofHours(1))
          .retriable("send")
          .command(plain("np.send"), gift -> new Ask(gift.to()))
          .build();

  private static final SagaDefinition<Gift> NEWER =
      saga("gift", 2, Gift.class)
          .retriable("reserve")
          .command(wrapped("np.reserve"), gift -> new WrappedAsk(gift.to(), "paper"))
          .retriable("wrap")
          .command(wrapped("np.wrap"), gift -> new WrappedAsk(gift.to(), "paper"))
          .retriable("send")
          .command(wrapped("np.send"), gift -> new WrappedAsk(gift.to(), "paper"))
          .build();

  private record Observer(
      SagaDefinition<Gift> definition, List<SagaDefinition<Gift>> olderDefinitions)
      implements SagaObserver<Gift> {
    @Override
    public void changed(SagaChange<Gift> change) {
      OBSERVED.add(change.businessKey() + " " + change.status() + " " + change.step());
    }
  }

  @BeforeAll
  static void start() {
    Parts.createTopics(
        COMMANDS, COMMANDS + ".np.dlt", "nr.saga-replies.v1", "nr.saga-replies.v1.nr.dlt");
    database = Parts.freshDatabase();
    participant =
        TestService.start(
            "np",
            Parts.freshDatabase(),
            context ->
                context.registerBean(
                    MessageHandlers.class,
                    () ->
                        MessageHandlers.on(COMMANDS, "np")
                            .command("np.reserve", Ask.class, NeighbouringReleasesIT::act)
                            .command("np.wrap", Ask.class, NeighbouringReleasesIT::act)
                            .command("np.send", Ask.class, NeighbouringReleasesIT::act)
                            .build()),
            Map.of());
  }

  @AfterAll
  static void stop() {
    participant.close();
  }

  @Test
  void aReplyWaitsForTheReleaseThatKnowsItsSagaAndKeepsNoOtherBack() {
    TestService older = release(OLDER, List.of());
    try {
      try (TestService newer = release(NEWER, List.of(OLDER))) {
        start(newer, NEWER, "zoe");
        start(older, OLDER, "ann");
        await().until(() -> DONE.contains("np.reserve zoe") || DONE.contains("np.reserve ann"));
      }
      // The older replica has all partitions now, and is the only one to hear the answers.
      ANSWERING.countDown();
      awaitObserved("ann RUNNING approval");
      await().until(() -> older.count("saga_waiting_reply") == 1);

      try (TestService newer = release(NEWER, List.of(OLDER))) {
        older.close();
        awaitObserved("zoe COMPLETED send");
        newer.inTransaction(
            () ->
                assertThat(
                        newer.bean(Sagas.class).resolve(OLDER, "ann", "approval", Reply.success()))
                    .isTrue());
        awaitObserved("ann COMPLETED send");
        assertThat(done("zoe")).containsExactly("np.reserve zoe", "np.wrap zoe", "np.send zoe");
        assertThat(done("ann")).containsExactly("np.reserve ann", "np.send ann");
        assertThat(newer.count("saga_waiting_reply")).isZero();
        assertThat(newer.count("dead_letter")).isZero();
      }
    } finally {
      older.close();
    }
  }

  private static TestService release(
      SagaDefinition<Gift> definition, List<SagaDefinition<Gift>> olderDefinitions) {
    return TestService.start(
        "nr",
        database,
        context ->
            context.registerBean(
                SagaObserver.class, () -> new Observer(definition, olderDefinitions)),
        Map.of());
  }

  private static void start(TestService replica, SagaDefinition<Gift> definition, String to) {
    replica.inTransaction(() -> replica.bean(Sagas.class).start(definition, to, new Gift(to)));
  }

  private static CommandType<Ask> plain(String name) {
    return new CommandType<>(COMMANDS, name, 1, Ask.class, Ask::to);
  }

  private static CommandType<WrappedAsk> wrapped(String name) {
    return new CommandType<>(COMMANDS, name, 1, WrappedAsk.class, WrappedAsk::to);
  }

  private static Reply act(Ask ask, MessageContext context) {
    DONE.add(context.type() + " " + ask.to());
    try {
      assertThat(ANSWERING.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    return Reply.success();
  }

  private static void awaitObserved(String line) {
    await().untilAsserted(() -> assertThat(OBSERVED).contains(line));
  }

  private static List<String> done(String to) {
    return DONE.stream().filter(line -> line.endsWith(" " + to)).toList();
  }
}
