package dev.agora.messaging.saga;

import java.util.UUID;

/** What moves a saga. */
sealed interface Stimulus {

  /** A participant answered a command. */
  record Answer(UUID commandId, ReplyMessage reply) implements Stimulus {}

  /** The service itself answered a step that awaits a decision. */
  record Decision(String step, ReplyMessage reply) implements Stimulus {}

  /** No answer came in time. */
  record Overdue() implements Stimulus {}

  /** An operator decides about a parked saga. */
  record Operator(OperatorAction action) implements Stimulus {}
}
