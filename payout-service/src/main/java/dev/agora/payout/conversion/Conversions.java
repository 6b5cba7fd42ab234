package dev.agora.payout.conversion;

import dev.agora.http.page.PageRequest;
import java.time.Instant;
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

  /** Those that wait for a review, newest first. */
  List<Conversion> inReview(PageRequest page);

  /** Those whose owner said nothing in time and whose credits are not on their way back yet. */
  List<ConversionId> lapsed(Instant now, int atMost);

  /** Each state that it was ever in, oldest first; a few dozen at most. */
  List<HistoryEntry> history(ConversionId id);

  /** Stores what can change, and remembers the state. */
  void save(Conversion conversion);
}
