package dev.agora.accounts.deletion;

import java.util.List;

/** What came of deleting an account. */
sealed interface DeleteHumanResult {

  /** Nobody knows any more whose id it was. */
  record Deleted() implements DeleteHumanResult {}

  /**
   * The human owns agents that are not closed, which have or may yet get money.
   *
   * @param some of them
   */
  record OwnsAgents(List<String> some) implements DeleteHumanResult {
    public OwnsAgents {
      some = List.copyOf(some);
    }
  }

  /** Nobody else could appoint operators. */
  record LastOperator() implements DeleteHumanResult {}

  /** There is no such human. */
  record Unknown() implements DeleteHumanResult {}
}
