package dev.agora.ledger.reward;

import java.util.Arrays;
import java.util.Optional;

/** What two operators do together. */
enum ActKind {
  REWARDS_FUNDING("rewards-funding"),
  FEE_CLOSING("fee-closing"),
  ADJUSTMENT("adjustments");

  private final String path;

  ActKind(String path) {
    this.path = path;
  }

  /** As addresses name it. */
  String path() {
    return path;
  }

  static Optional<ActKind> of(String path) {
    return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst();
  }
}
