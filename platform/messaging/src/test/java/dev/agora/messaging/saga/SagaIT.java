package dev.agora.messaging.saga;

import static dev.agora.messaging.saga.SagaDefinition.saga;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.agora.messaging.MessageHeaders;
import dev.agora.messaging.TestService;
import dev.agora.messaging.inbox.MessageContext;
import dev.agora.messaging.inbox.MessageHandlers;
import dev.agora.messaging.inbox.Reply;
import dev.agora.support.Parts;
import dev.agora.support.RealParts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

@RealParts
class SagaIT {

  private static final String COMMANDS = "sp.commands.v1";
  private static final String NOBODY = "silent.commands.v1";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Queue<String> PARTICIPANT = new ConcurrentLinkedQueue<>();
  private static final Queue<String> OBSERVED = new ConcurrentLinkedQueue<>();
  private static TestService orchestrator;
  private static TestService participant;

  record Gift(String to, String ticket) {}

  record Ask(String to) {}

  record Booked(String ticket) {}

  private static final SagaDefinition<Gift> GIFT =
      saga("gift", 1, Gift.class)
          .compensatable("reserve")
          .command(command(COMMANDS, "sp.reserve"), SagaIT::ask)
          .undo(command(COMMANDS, "sp.release"), SagaIT::ask)
          .onReply((gift, reply) -> reply.isSuccess() ? booked(gift, reply) : gift)
          .pivot("approval")
          .awaiting(Duration.ofHours(1))
          .retriable("send")
          .command(command(COMMANDS, "sp.send"), SagaIT::ask)
          .build();

  private static final SagaDefinition<Gift> UNHEARD =
      saga("unheard", 2, Gift.class)
          .compensatable("ask")
          .command(command(NOBODY, "silent.ask"), SagaIT::ask)
          .undo(command(NOBODY, "silent.forget"), SagaIT::ask)
          .within(Duration.ofMillis(300))
          .attempts(2)
          .build();

  @BeforeAll
  static void start() {
    Parts.createTopics(
        COMMANDS, COMMANDS + ".sp.dlt", NOBODY, "so.saga-replies.v1", "so.saga-replies.v1.so.dlt");
    participant =
        TestService.start(
            "sp",
            Parts.freshDatabase(),
            context ->
                context.registerBean(
                    MessageHandlers.class,
                    () ->
                        MessageHandlers.on(COMMANDS, "sp")
                            .command("sp.reserve", Ask.class, SagaIT::act)
                            .undo("sp.release", Ask.class, SagaIT::act)
                            .command("sp.send", Ask.class, SagaIT::act)
                            .build()),
            Map.of());
    orchestrator =
        TestService.start(
            "so",
            Parts.freshDatabase(),
            context -> {
              context.registerBean("gifts", SagaObserver.class, () -> new Observer(GIFT));
              context.registerBean("unheard", SagaObserver.class, () -> new Observer(UNHEARD));
            },
            Map.of());
  }

  @AfterAll
  static void stop() {
    orchestrator.close();
    participant.close();
  }

  private record Observer(SagaDefinition<Gift> definition) implements SagaObserver<Gift> {
    @Override
    public void changed(SagaChange<Gift> change) {
      OBSERVED.add(
          change.businessKey()
              + " "
              + change.status()
              + " "
              + change.step()
              + change.reason().map(reason -> " " + reason).orElse(""));
    }
  }

  private static CommandType<Ask> command(String topic, String name) {
    return new CommandType<>(topic, name, 1, Ask.class, Ask::to);
  }

  private static Ask ask(Gift gift) {
    return new Ask(gift.to());
  }

  private static Gift booked(Gift gift, ReplyMessage reply) {
    return new Gift(gift.to(), reply.payload(Booked.class).ticket());
  }

  private static Reply act(Ask ask, MessageContext context) {
    PARTICIPANT.add(context.type() + " " + ask.to());
    return ask.to().startsWith("poor")
        ? Reply.refusal("insufficient")
        : Reply.success(new Booked("t-7"));
  }

  private static UUID start(SagaDefinition<Gift> definition, String to) {
    AtomicReference<UUID> id = new AtomicReference<>();
    orchestrator.inTransaction(
        () -> id.set(orchestrator.bean(Sagas.class).start(definition, to, new Gift(to, ""))));
    return id.get();
  }

  private static boolean approve(String to, Reply decision) {
    AtomicReference<Boolean> taken = new AtomicReference<>(false);
    orchestrator.inTransaction(
        () -> taken.set(orchestrator.bean(Sagas.class).resolve(GIFT, to, "approval", decision)));
    return taken.get();
  }

  private static void hear(UUID saga) {
    Map<String, String> headers =
        Map.of(
            MessageHeaders.SAGA_ID, saga.toString(),
            MessageHeaders.IN_REPLY_TO, UUID.randomUUID().toString(),
            MessageHeaders.OUTCOME, "success");
    MessageContext context =
        new MessageContext(UUID.randomUUID(), "reply", "key", Instant.now(), 1, headers);
    orchestrator.bean(SagaEngine.class).take(new byte[0], context);
  }

  private static void awaitObserved(String line) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(OBSERVED).contains(line));
  }

  private static List<String> done(String to) {
    return PARTICIPANT.stream().filter(line -> line.endsWith(" " + to)).toList();
  }

  @Test
  void aSagaGoesForwardAndKeepsWhatItLearns() {
    UUID id = start(GIFT, "ann");
    awaitObserved("ann RUNNING approval");
    assertThat(approve("ann", Reply.success())).isTrue();
    awaitObserved("ann COMPLETED send");
    assertThat(approve("ann", Reply.success())).isFalse();
    assertThat(done("ann")).containsExactly("sp.reserve ann", "sp.send ann");
    SagaRecord instance = Objects.requireNonNull(orchestrator.bean(SagasEndpoint.class).show(id));
    assertThat(instance.saga().data()).contains("t-7");
    assertThat(instance.history())
        .extracting(line -> SagaEventKind.valueOf(line.kind()))
        .containsExactly(
            SagaEventKind.STARTED,
            SagaEventKind.SENT,
            SagaEventKind.SUCCEEDED,
            SagaEventKind.AWAITING,
            SagaEventKind.SUCCEEDED,
            SagaEventKind.SENT,
            SagaEventKind.SUCCEEDED,
            SagaEventKind.COMPLETED);
    assertThat(instance.diagram()).contains("sp.reserve");
  }

  @Test
  void aDecisionAgainstItUndoesWhatWasDone() {
    start(GIFT, "bob");
    awaitObserved("bob RUNNING approval");
    approve("bob", Reply.refusal("declined"));
    awaitObserved("bob COMPENSATED reserve declined");
    assertThat(done("bob")).containsExactly("sp.reserve bob", "sp.release bob");
  }

  @Test
  void aRefusedFirstStepLeavesNothingToUndo() {
    start(GIFT, "poor-carl");
    awaitObserved("poor-carl COMPENSATED reserve insufficient");
    assertThat(done("poor-carl")).containsExactly("sp.reserve poor-carl");
  }

  @Test
  void aSagaThatNobodyHearsIsParkedAndAnOperatorHelpsIt() {
    UUID id = start(UNHEARD, "dora");
    awaitObserved("dora PARKED ask no_answer");
    SagasEndpoint endpoint = orchestrator.bean(SagasEndpoint.class);
    assertThat(endpoint.list(SagaStatus.PARKED, "unheard", null).items())
        .extracting(SagaSummary::businessKey)
        .contains("dora");
    assertThat(endpoint.act(id, OperatorAction.FORCE_COMPENSATE, "olga").getStatus())
        .isEqualTo(409);
    assertThat(endpoint.act(id, OperatorAction.SKIP, "olga").getStatus()).isEqualTo(200);
    awaitObserved("dora COMPENSATED ask no_answer");
    assertThat(endpoint.act(UUID.randomUUID(), OperatorAction.SKIP, "olga").getStatus())
        .isEqualTo(404);
    SagaRecord instance = Objects.requireNonNull(endpoint.show(id));
    assertThat(instance.history()).extracting(SagaRecord.Line::actor).contains("olga");
  }

  @Test
  void aReplyThatOvertakesTheCommitOfItsSagaIsNotLost() {
    // PostgreSQL hands a commit to the relay a moment before others see the row.
    UUID young = UuidCreator.getTimeOrderedEpoch(Instant.now());
    assertThatThrownBy(() -> orchestrator.inTransaction(() -> hear(young)))
        .isInstanceOf(SagaNotVisibleException.class);
    UUID old = UuidCreator.getTimeOrderedEpoch(Instant.now().minusSeconds(60));
    orchestrator.inTransaction(() -> hear(old));
    orchestrator.inTransaction(() -> hear(UUID.randomUUID()));
  }

  @Test
  void aBusinessKeyHasOneSagaOfAKind() {
    start(GIFT, "emil");
    assertThatThrownBy(() -> start(GIFT, "emil")).isInstanceOf(DuplicateKeyException.class);
  }
}
