package dev.agora.ledger.account;

/** The one primary human of an agent: {@code hum_} and 32 hex digits. */
public record OwnerId(String value) {

  public OwnerId {
    PrefixedId.require("hum_", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
