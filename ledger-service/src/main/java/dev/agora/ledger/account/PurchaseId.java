package dev.agora.ledger.account;

/** Credits bought by card: {@code pur_} and 32 hex digits. */
public record PurchaseId(String value) {

  public PurchaseId {
    PrefixedId.require("pur_", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
