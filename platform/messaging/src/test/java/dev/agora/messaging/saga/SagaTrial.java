package dev.agora.messaging.saga;

import dev.agora.messaging.WireJson;
import dev.agora.messaging.inbox.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plays a saga against its rules alone: given replies, what is sent and where does it stand. */
final class SagaTrial<S> {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final WireJson JSON = new WireJson();

  private final SagaDefinition<S> definition;
  private final List<String> sent = new ArrayList<>();
  private final List<Send> commands = new ArrayList<>();
  private SagaState<S> state;
  private long ids;

  private SagaTrial(SagaDefinition<S> definition, S data) {
    this.definition = definition;
    Transition<S> started = core().start(data);
    this.state = started.state();
    note(started);
  }

  static <S> SagaTrial<S> of(SagaDefinition<S> definition, S data) {
    return new SagaTrial<>(definition, data);
  }

  SagaTrial<S> success() {
    return answer(pending(), Reply.success());
  }

  SagaTrial<S> refusal(String code) {
    return answer(pending(), Reply.refusal(code));
  }

  SagaTrial<S> answer(UUID command, Reply reply) {
    return stimulate(new Stimulus.Answer(command, JsonReply.decided(reply, JSON)));
  }

  SagaTrial<S> decide(String step, Reply reply) {
    return stimulate(new Stimulus.Decision(step, JsonReply.decided(reply, JSON)));
  }

  SagaTrial<S> overdue() {
    return stimulate(new Stimulus.Overdue());
  }

  SagaTrial<S> operator(OperatorAction action) {
    return stimulate(new Stimulus.Operator(action));
  }

  SagaTrial<S> stimulate(Stimulus stimulus) {
    Transition<S> transition = core().next(state, stimulus);
    state = transition.state();
    note(transition);
    return this;
  }

  SagaState<S> state() {
    return state;
  }

  UUID pending() {
    return Objects.requireNonNull(state.pending());
  }

  /** What was sent, in order: {@code hotel.book}, and {@code hotel.book#2} for a repetition. */
  List<String> sent() {
    return List.copyOf(sent);
  }

  Send last() {
    return commands.getLast();
  }

  @Nullable UUID commandOf(String type) {
    return commands.stream()
        .filter(command -> command.type().equals(type))
        .map(Send::commandId)
        .reduce((first, second) -> second)
        .orElse(null);
  }

  /** Where it stands, in a word or two: {@code RUNNING pay}, {@code COMPENSATED}. */
  String stand() {
    return state.status().isFinal() ? state.status().name() : state.status() + " " + state.step();
  }

  private SagaCore<S> core() {
    return new SagaCore<>(definition, NOW, () -> new UUID(0, ++ids));
  }

  private void note(Transition<S> transition) {
    Send send = transition.send();
    if (send != null) {
      commands.add(send);
      sent.add(send.type() + (send.attempt() == 1 ? "" : "#" + send.attempt()));
    }
  }
}
