package dev.agora.payout.conversion;

import dev.agora.http.page.PageRequest;
import java.util.List;
import java.util.Optional;

/** The stored conversions. */
interface Conversions {

  void add(Conversion conversion);

  Optional<Conversion> find(ConversionId id);

  Optional<Conversion> lock(ConversionId id);

  /** Those whose dollars a payout carries, as last known. */
  List<ConversionId> ofPayout(String payoutId);

  /** An agent's, newest first. */
  List<Conversion> ofAgent(String agentId, PageRequest page);

  /** An owner's, of all agents, newest first. */
  List<Conversion> ofHuman(String humanId, PageRequest page);

  /** Stores what can change. */
  void save(Conversion conversion);
}
