package dev.agora.accounts.human;

import java.util.UUID;

/**
 * Names a human.
 *
 * @param value {@code hum_} and 32 hex digits
 */
public record HumanId(String value) {

  static HumanId of(UUID id) {
    return new HumanId("hum_" + id.toString().replace("-", ""));
  }

  @Override
  public String toString() {
    return value;
  }
}
