package dev.agora.messaging.inbox;

import java.util.Map;

/** What a participant answers to a command. A technical error is thrown instead, and retried. */
public sealed interface Reply {

  /** The wire name of every reply; what it answers is in its {@code in-reply-to} header. */
  String MESSAGE_TYPE = "reply";

  /**
   * Done.
   *
   * @param payload a record of the participant's wire types, written as JSON
   */
  record Success(Object payload) implements Reply {}

  /**
   * The business says no, for good; a saga compensates or takes its alternative.
   *
   * @param code stable, lower case: {@code insufficient_credits}
   * @param payload figures that go with the code, written as JSON
   */
  record Refusal(String code, Object payload) implements Reply {}

  /**
   * Not known yet. The participant answers with {@link Replies#send} once it is; a repetition of
   * the command runs the handler again.
   */
  record Later() implements Reply {}

  static Reply success() {
    return new Success(Map.of());
  }

  static Reply success(Object payload) {
    return new Success(payload);
  }

  static Reply refusal(String code) {
    return new Refusal(code, Map.of());
  }

  static Reply refusal(String code, Object payload) {
    return new Refusal(code, payload);
  }

  static Reply later() {
    return new Later();
  }
}
