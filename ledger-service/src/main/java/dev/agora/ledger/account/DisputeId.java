package dev.agora.ledger.account;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A purchase that its card holder disputes: {@code dsp_} and 32 hex digits. */
public record DisputeId(String value) {

  public DisputeId {
    PrefixedId.require("dsp_", value);
  }

  /** Names what that agent earned out of the disputed purchase: one id for each of the two. */
  public DisputeId shareOf(AgentId payee) {
    byte[] both = (value + "/" + payee).getBytes(StandardCharsets.UTF_8);
    return new DisputeId("dsp_" + UUID.nameUUIDFromBytes(both).toString().replace("-", ""));
  }

  @Override
  public String toString() {
    return value;
  }
}
