package dev.agora.messaging.saga;

import dev.agora.messaging.MessageHeaders;
import dev.agora.messaging.WireJson;
import dev.agora.messaging.inbox.MessageContext;
import dev.agora.messaging.inbox.Reply;
import java.util.Optional;

/** A reply whose payload is JSON, from a participant or from the service itself. */
final class JsonReply implements ReplyMessage {

  private final Optional<String> refusalCode;
  private final byte[] payload;
  private final WireJson json;

  /**
   * A reply that was kept.
   *
   * @param refusalCode empty for a success
   */
  JsonReply(Optional<String> refusalCode, byte[] payload, WireJson json) {
    this.refusalCode = refusalCode;
    this.payload = payload;
    this.json = json;
  }

  static JsonReply received(byte[] payload, MessageContext context, WireJson json) {
    boolean success = "success".equals(context.headers().get(MessageHeaders.OUTCOME));
    String code = context.headers().getOrDefault(MessageHeaders.ERROR_CODE, "refused");
    return new JsonReply(success ? Optional.empty() : Optional.of(code), payload, json);
  }

  static JsonReply decided(Reply decision, WireJson json) {
    return switch (decision) {
      case Reply.Success(Object payload) ->
          new JsonReply(Optional.empty(), json.write(payload), json);
      case Reply.Refusal(String code, Object payload) ->
          new JsonReply(Optional.of(code), json.write(payload), json);
      case Reply.Later() -> throw new IllegalArgumentException("a decision is not Later");
    };
  }

  @Override
  public boolean isSuccess() {
    return refusalCode.isEmpty();
  }

  @Override
  public Optional<String> refusalCode() {
    return refusalCode;
  }

  @Override
  public <P> P payload(Class<P> type) {
    return json.read(payload, type);
  }
}
