package dev.agora.ledger.proof;

import java.time.Instant;
import java.util.List;

/**
 * All checks on one snapshot of the ledger.
 *
 * @param ok whether all hold
 */
record Proof(boolean ok, Instant asOf, List<Check> checks) {

  Proof {
    checks = List.copyOf(checks);
  }

  static Proof of(Instant asOf, List<Check> checks) {
    return new Proof(checks.stream().allMatch(Check::ok), asOf, checks);
  }
}
