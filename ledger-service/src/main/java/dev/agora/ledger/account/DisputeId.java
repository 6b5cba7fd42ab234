package dev.agora.ledger.account;

/** A purchase that its card holder disputes: {@code dsp_} and 32 hex digits. */
public record DisputeId(String value) {

  public DisputeId {
    PrefixedId.require("dsp_", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
