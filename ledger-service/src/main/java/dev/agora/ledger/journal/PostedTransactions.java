package dev.agora.ledger.journal;

import dev.agora.ledger.posting.Outcome;
import java.util.List;

/** Tells the world what a batch posted, within the batch's transaction. */
@FunctionalInterface
public interface PostedTransactions {

  /** All of one batch, at least one, in the order of their numbers. */
  void publish(List<Outcome.Accepted> posted);
}
