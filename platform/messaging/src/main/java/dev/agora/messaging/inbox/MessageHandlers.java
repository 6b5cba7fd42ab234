package dev.agora.messaging.inbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one consumer of one topic does with each type of message. A service declares it as a bean;
 * the platform listens, remembers what was handled, retries, and sets aside what no retry can
 * handle.
 *
 * <p>Types that are not named here are acknowledged and ignored.
 */
public final class MessageHandlers {

  /** How a handler runs and what it may answer. */
  enum Kind {
    EVENT,
    NEWS,
    COMMAND,
    EXTERNAL_COMMAND,
    UNDO
  }

  /** One handler with the type of its payload; exactly one of the two handlers is present. */
  record Registration<P>(
      Kind kind,
      Class<P> payloadType,
      @Nullable EventHandler<P> onEvent,
      @Nullable CommandHandler<P> onCommand) {}

  private final String topic;
  private final String consumer;
  private final Map<String, Registration<?>> registrations;

  private MessageHandlers(Builder builder) {
    this.topic = builder.topic;
    this.consumer = builder.consumer;
    this.registrations = Map.copyOf(builder.registrations);
  }

  /**
   * Starts a description.
   *
   * @param topic to listen to
   * @param consumer the consumer group, and the name under which handled messages are remembered
   */
  public static Builder on(String topic, String consumer) {
    return new Builder(topic, consumer);
  }

  public String topic() {
    return topic;
  }

  public String consumer() {
    return consumer;
  }

  /** Where this consumer's messages go that no retry could handle. */
  public String deadLetterTopic() {
    return topic + "." + consumer + ".dlt";
  }

  Map<String, Registration<?>> registrations() {
    return registrations;
  }

  /** Collects handlers by wire name. */
  public static final class Builder {

    private final String topic;
    private final String consumer;
    private final Map<String, Registration<?>> registrations = new LinkedHashMap<>();

    private Builder(String topic, String consumer) {
      this.topic = topic;
      this.consumer = consumer;
    }

    /**
     * An event, handled in the transaction that remembers it.
     *
     * @param payload the consumer's own wire record, or {@code byte[]} for the JSON itself
     */
    public <P> Builder event(String type, Class<P> payload, EventHandler<P> handler) {
      return add(type, new Registration<>(Kind.EVENT, payload, handler, null));
    }

    /**
     * News of states that carry versions: the handler knows old news by itself, so that nothing is
     * remembered, and who has no use for a message pays no transaction for it. Handled outside any
     * transaction, and again after a crash.
     */
    public <P> Builder news(String type, Class<P> payload, EventHandler<P> handler) {
      return add(type, new Registration<>(Kind.NEWS, payload, handler, null));
    }

    /** A command, handled in the transaction that remembers it and publishes its reply. */
    public <P> Builder command(String type, Class<P> payload, CommandHandler<P> handler) {
      return add(type, new Registration<>(Kind.COMMAND, payload, null, handler));
    }

    /**
     * A command that calls out, such as to Stripe: handled outside any transaction, then remembered
     * and answered in one. A crash in between runs it again, so its effect must be idempotent by
     * {@link MessageContext#messageId}.
     */
    public <P> Builder externalCommand(String type, Class<P> payload, CommandHandler<P> handler) {
      return add(type, new Registration<>(Kind.EXTERNAL_COMMAND, payload, null, handler));
    }

    /**
     * The undoing of an earlier command, named by the {@code undoes} header. If that command never
     * arrived, it is marked cancelled, so that it is refused when it does, and the handler is not
     * called; nor is it if the command was refused.
     */
    public <P> Builder undo(String type, Class<P> payload, CommandHandler<P> handler) {
      return add(type, new Registration<>(Kind.UNDO, payload, null, handler));
    }

    public MessageHandlers build() {
      return new MessageHandlers(this);
    }

    private Builder add(String type, Registration<?> registration) {
      if (registrations.putIfAbsent(type, registration) != null) {
        throw new IllegalArgumentException("two handlers for " + type + " on " + topic);
      }
      return this;
    }
  }
}
