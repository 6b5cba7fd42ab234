package dev.agora.messaging.inbox;

import dev.agora.messaging.MessageHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where an answer goes, kept with its command because the answer may come later.
 *
 * @param headers of the command that its answer repeats
 */
record ReplyAddress(String topic, String key, Map<String, String> headers) {

  private static final List<String> REPEATED =
      List.of(
          MessageHeaders.CORRELATION_ID,
          MessageHeaders.SAGA_ID,
          MessageHeaders.SAGA_TYPE,
          MessageHeaders.SAGA_STEP);

  ReplyAddress {
    headers = Map.copyOf(headers);
  }

  static ReplyAddress of(String topic, MessageContext command) {
    Map<String, String> repeated = new HashMap<>();
    for (String name : REPEATED) {
      String value = command.headers().get(name);
      if (value != null) {
        repeated.put(name, value);
      }
    }
    String key = command.headers().getOrDefault(MessageHeaders.SAGA_ID, command.key());
    return new ReplyAddress(topic, key, repeated);
  }
}
