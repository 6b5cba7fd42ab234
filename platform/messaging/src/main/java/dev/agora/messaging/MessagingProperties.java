package dev.agora.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the messaging platform.
 *
 * @param service this service's name: of its slot, its reply topic, and in the {@code source}
 *     header
 */
@ConfigurationProperties("agora.messaging")
public record MessagingProperties(
    String service,
    @DefaultValue Outbox outbox,
    @DefaultValue Inbox inbox,
    @DefaultValue Relay relay,
    @DefaultValue Saga saga) {

  /**
   * Of stored messages.
   *
   * @param retention how long sent messages stay, to be published again; default 7 days
   */
  public record Outbox(@DefaultValue("7d") Duration retention) {}

  /**
   * Of consumers.
   *
   * @param enabled whether this process consumes at all
   * @param concurrency threads of each consumer; more than partitions are idle
   * @param retention how long handled messages are remembered: longer than a topic keeps them, and
   *     than a dead letter waits for its replay
   * @param retryFirst the pause after a first failure; doubled by each further one
   * @param retryLongest no pause is longer
   * @param retryAtMost all pauses together, before a message becomes a dead letter
   */
  public record Inbox(
      @DefaultValue("true") boolean enabled,
      @DefaultValue("3") int concurrency,
      @DefaultValue("30d") Duration retention,
      @DefaultValue("100ms") Duration retryFirst,
      @DefaultValue("5s") Duration retryLongest,
      @DefaultValue("60s") Duration retryAtMost) {}

  /**
   * Of the relay from the outbox to Kafka.
   *
   * @param enabled whether this process may lead
   * @param pollInterval how long the reader of the WAL sleeps when there is nothing to read
   * @param flushInterval how often the slot is told what is done; what a crash may repeat
   * @param heartbeatInterval how often the slot moves on when nothing is published
   * @param leadershipInterval how often a replica tries to lead
   * @param drainAtMost how long a stop waits for the last messages
   */
  public record Relay(
      @DefaultValue("true") boolean enabled,
      @DefaultValue("5ms") Duration pollInterval,
      @DefaultValue("500ms") Duration flushInterval,
      @DefaultValue("5s") Duration heartbeatInterval,
      @DefaultValue("250ms") Duration leadershipInterval,
      @DefaultValue("5s") Duration drainAtMost) {}

  /**
   * Of sagas.
   *
   * @param sweepInterval how often deadlines are looked at
   */
  public record Saga(@DefaultValue("250ms") Duration sweepInterval) {}

  /** Where the participants' answers to this service's sagas go. */
  public String replyTopic() {
    return service + ".saga-replies.v1";
  }
}
