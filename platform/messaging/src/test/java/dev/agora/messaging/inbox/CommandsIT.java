package dev.agora.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.agora.messaging.MessageHeaders;
import dev.agora.messaging.MessageIds;
import dev.agora.messaging.TestService;
import dev.agora.messaging.outbox.OutgoingMessage;
import dev.agora.support.Parts;
import dev.agora.support.RealParts;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;

@RealParts
class CommandsIT {

  private static final String COMMANDS = "ci.commands.v1";
  private static final String REPLIES = "ci.saga-replies.v1";
  private static final Queue<UUID> DONE = new ConcurrentLinkedQueue<>();
  private static final Queue<Answer> ANSWERS = new ConcurrentLinkedQueue<>();
  private static TestService service;

  record Order(String what) {}

  record Answer(UUID messageId, String inReplyTo, String outcome, String code, String payload) {}

  @BeforeAll
  static void start() {
    Parts.createTopics(COMMANDS, COMMANDS + ".ci.dlt", REPLIES, REPLIES + ".ci.dlt");
    service = TestService.start("ci", Parts.freshDatabase(), CommandsIT::beans, Map.of());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static void beans(GenericApplicationContext context) {
    context.registerBean(
        "participant",
        MessageHandlers.class,
        () ->
            MessageHandlers.on(COMMANDS, "ci")
                .command("ci.do", Order.class, CommandsIT::act)
                .externalCommand("ci.call", Order.class, CommandsIT::act)
                .undo("ci.undo", Order.class, CommandsIT::act)
                .news("ci.told", Order.class, CommandsIT::told)
                .build());
    context.registerBean(
        "asker",
        MessageHandlers.class,
        () ->
            MessageHandlers.on(REPLIES, "ci")
                .event(Reply.MESSAGE_TYPE, byte[].class, CommandsIT::answered)
                .build());
  }

  private static Reply act(Order order, MessageContext context) {
    DONE.add(context.messageId());
    return switch (order.what()) {
      case "refuse" -> Reply.refusal("no_way", Map.of("missing", "3"));
      case "later" -> Reply.later();
      default -> Reply.success(Map.of("did", order.what()));
    };
  }

  private static void told(Order order, MessageContext context) {
    DONE.add(context.messageId());
  }

  private static void answered(byte[] payload, MessageContext context) {
    ANSWERS.add(
        new Answer(
            context.messageId(),
            context.headers().getOrDefault(MessageHeaders.IN_REPLY_TO, ""),
            context.headers().getOrDefault(MessageHeaders.OUTCOME, ""),
            context.headers().getOrDefault(MessageHeaders.ERROR_CODE, ""),
            new String(payload, StandardCharsets.UTF_8)));
  }

  @Test
  void aCommandIsDoneOnceAndARepetitionGetsTheSameAnswer() {
    UUID id = id();
    send(id, "ci.do", "it", null);
    await().untilAsserted(() -> assertThat(answers(id)).hasSize(1));
    send(id, "ci.do", "it", null);
    await().untilAsserted(() -> assertThat(sentReplies(id)).isEqualTo(2));
    assertThat(DONE.stream().filter(id::equals)).hasSize(1);
    assertThat(answers(id).getFirst().outcome()).isEqualTo("success");
    assertThat(answers(id).getFirst().payload()).isEqualTo("{\"did\":\"it\"}");
    assertThat(
            service.count(
                "(SELECT DISTINCT id FROM outbox WHERE headers ->> 'in-reply-to' = '"
                    + id
                    + "') AS ids"))
        .isEqualTo(1);
  }

  @Test
  void aRefusalCarriesItsCodeAndFigures() {
    UUID id = id();
    send(id, "ci.do", "refuse", null);
    await().untilAsserted(() -> assertThat(answers(id)).hasSize(1));
    assertThat(answers(id).getFirst().code()).isEqualTo("no_way");
    assertThat(answers(id).getFirst().payload()).isEqualTo("{\"missing\":\"3\"}");
  }

  @Test
  void anUndoBeforeItsCommandLeavesATombstone() {
    UUID command = id();
    UUID undo = id();
    send(undo, "ci.undo", "it", command);
    await().untilAsserted(() -> assertThat(answers(undo)).hasSize(1));
    assertThat(answers(undo).getFirst().outcome()).isEqualTo("success");
    send(command, "ci.do", "it", null);
    await().untilAsserted(() -> assertThat(answers(command)).hasSize(1));
    assertThat(answers(command).getFirst().code()).isEqualTo("cancelled");
    assertThat(DONE).doesNotContain(command, undo);
  }

  @Test
  void anUndoAfterItsCommandRunsOnce() {
    UUID command = id();
    UUID undo = id();
    UUID again = id();
    send(command, "ci.do", "it", null);
    send(undo, "ci.undo", "it", command);
    send(again, "ci.undo", "it", command);
    await().untilAsserted(() -> assertThat(answers(again)).hasSize(1));
    assertThat(DONE).contains(command, undo).doesNotContain(again);
  }

  @Test
  void anUndoOfARefusedCommandDoesNothing() {
    UUID command = id();
    UUID undo = id();
    send(command, "ci.do", "refuse", null);
    send(undo, "ci.undo", "it", command);
    await().untilAsserted(() -> assertThat(answers(undo)).hasSize(1));
    assertThat(answers(undo).getFirst().outcome()).isEqualTo("success");
    assertThat(DONE).doesNotContain(undo);
  }

  @Test
  void anAnswerMayComeLater() {
    UUID id = id();
    send(id, "ci.call", "later", null);
    await().untilAsserted(() -> assertThat(DONE).contains(id));
    Replies replies = service.bean(Replies.class);
    service.inTransaction(() -> assertThat(replies.send(id, Reply.success())).isTrue());
    await().untilAsserted(() -> assertThat(answers(id)).hasSize(1));
    service.inTransaction(() -> assertThat(replies.send(id, Reply.refusal("late"))).isFalse());
    assertThatThrownBy(() -> service.inTransaction(() -> replies.send(id(), Reply.success())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anUndoOfAWaitingCommandCancelsIt() {
    UUID command = id();
    UUID undo = id();
    send(command, "ci.do", "later", null);
    send(undo, "ci.undo", "it", command);
    await().untilAsserted(() -> assertThat(answers(undo)).hasSize(1));
    assertThat(DONE).contains(command, undo);
    Replies replies = service.bean(Replies.class);
    service.inTransaction(() -> assertThat(replies.send(command, Reply.success())).isFalse());
  }

  @Test
  void newsIsHandedOnEachTimeAndNotRemembered() {
    UUID id = id();
    send(id, "ci.told", "it", null);
    send(id, "ci.told", "it", null);
    await().untilAsserted(() -> assertThat(DONE.stream().filter(id::equals)).hasSize(2));
    assertThat(service.count("inbox WHERE message_id = '" + id + "'")).isZero();
  }

  private static UUID id() {
    return service.bean(MessageIds.class).next();
  }

  private static List<Answer> answers(UUID command) {
    return ANSWERS.stream().filter(a -> a.inReplyTo().equals(command.toString())).toList();
  }

  private static long sentReplies(UUID command) {
    return service.count("outbox WHERE headers ->> 'in-reply-to' = '" + command + "'");
  }

  private static void send(UUID id, String type, String what, @Nullable UUID undoes) {
    Map<String, String> headers =
        new HashMap<>(
            Map.of(MessageHeaders.REPLY_TOPIC, REPLIES, MessageHeaders.SAGA_ID, "saga-1"));
    if (undoes != null) {
      headers.put(MessageHeaders.UNDOES, undoes.toString());
    }
    service.publish(new OutgoingMessage(id, COMMANDS, "k", type, 1, headers, new Order(what)));
  }
}
