package dev.agora.ledger.journal;

import dev.agora.jdbc.JdbcScript;
import dev.agora.ledger.posting.Outcome;
import java.util.List;

/** Tells the world what a batch posted, with the statements that write the batch. */
@FunctionalInterface
public interface PostedTransactions {

  /** All of one batch, at least one, in the order of their numbers. */
  void publish(JdbcScript script, List<Outcome.Accepted> posted);
}
