package dev.agora.portal.api;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The checks of the ledger. */
public record Proof(boolean ok, Instant asOf, List<Check> checks) {

  /** One of them. */
  public record Check(String name, boolean ok, JsonNode figures) {}
}
