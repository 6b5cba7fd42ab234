package dev.agora.messaging.inbox;

import dev.agora.messaging.KafkaSettings;
import dev.agora.messaging.MessageIds;
import dev.agora.messaging.MessagingProperties;
import dev.agora.messaging.Traces;
import dev.agora.messaging.WireJson;
import dev.agora.messaging.failpoint.FailPoints;
import dev.agora.messaging.outbox.Outbox;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Listens for every {@link MessageHandlers} bean of the service. */
@AutoConfiguration
@Import({JdbcInbox.class, Handlings.class, InboxMetrics.class, ConsumerErrors.class})
class InboxConfiguration {

  @Bean
  Replies replies(JdbcInbox inbox, Outbox outbox, WireJson json, MessageIds ids) {
    return new InboxReplies(inbox, new Answers(inbox, outbox, json, ids));
  }

  @Bean
  InboxContainers inboxContainers(
      ObjectProvider<MessageHandlers> consumers,
      KafkaSettings kafka,
      MessagingProperties properties,
      Handlings handlings,
      WireJson json,
      Traces traces,
      FailPoints failPoints,
      InboxMetrics metrics,
      ConsumerErrors errors) {
    return new InboxContainers(
        consumers.orderedStream().toList(),
        kafka,
        properties,
        handlers -> new MessageReceiver(handlers, handlings, json, traces, failPoints, metrics),
        errors);
  }
}
