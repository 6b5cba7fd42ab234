package dev.agora.messaging.testing;

import dev.agora.messaging.saga.ReplyMessage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A reply as a test writes it.
 *
 * @param code the refusal's code; null for a success
 * @param json the payload
 */
public record ScriptedReply(@Nullable String code, String json) implements ReplyMessage {

  /** Reads and writes wire records as leniently as the platform does. */
  public static final JsonMapper WIRE =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  public static ScriptedReply success(String json) {
    return new ScriptedReply(null, json);
  }

  public static ScriptedReply refusal(String code) {
    return new ScriptedReply(code, "{}");
  }

  @Override
  public boolean isSuccess() {
    return code == null;
  }

  @Override
  public Optional<String> refusalCode() {
    return Optional.ofNullable(code);
  }

  @Override
  public <P> P payload(Class<P> type) {
    return WIRE.readValue(json, type);
  }
}
