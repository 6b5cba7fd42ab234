package dev.agora.messaging;

/** The names of a message's headers; all values are UTF-8 text. */
public final class MessageHeaders {

  public static final String MESSAGE_ID = "message-id";
  public static final String MESSAGE_TYPE = "message-type";
  public static final String SCHEMA_VERSION = "schema-version";
  public static final String SOURCE = "source";
  public static final String CREATED_AT = "created-at";
  public static final String TRACEPARENT = "traceparent";

  /** Of commands and replies: what a saga's messages have in common, its id. */
  public static final String CORRELATION_ID = "correlation-id";

  public static final String SAGA_ID = "saga-id";
  public static final String SAGA_TYPE = "saga-type";
  public static final String SAGA_STEP = "saga-step";

  /** Of commands; equal to the message id, the same over all repetitions. */
  public static final String COMMAND_ID = "command-id";

  public static final String ATTEMPT = "attempt";
  public static final String REPLY_TOPIC = "reply-topic";
  public static final String DEADLINE = "deadline";

  /** Of an undo: the id of the command that it undoes. */
  public static final String UNDOES = "undoes";

  /** Of replies: the id of the command that they answer. */
  public static final String IN_REPLY_TO = "in-reply-to";

  /** Of replies: {@code success} or {@code refusal}. */
  public static final String OUTCOME = "outcome";

  /** Of refusals: the code. */
  public static final String ERROR_CODE = "error-code";

  private MessageHeaders() {}
}
