package dev.agora.marketplace.budget;

import dev.agora.agents.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All budgets and what was taken from them. */
public interface Budgets {

  Optional<Budget> find(BudgetId id);

  /** Finds and locks until the transaction ends, waiting for whoever holds it. */
  Optional<Budget> lock(BudgetId id);

  void add(Budget budget);

  /** Stores a changed one, which must be locked. */
  void update(Budget budget);

  /** The budgets of an agent on either side, newest first, after a position. */
  List<Budget> of(AgentId agent, @Nullable BudgetId after, int limit);

  /** Open ones whose time has run out by then, longest overdue first. */
  List<BudgetId> due(Instant by, int limit);

  /** How many uses a budget has. */
  int countUses(BudgetId id);

  /**
   * Adds a use.
   *
   * @return false if the budget has one of that reference
   */
  boolean addUse(BudgetId id, Use use);

  /**
   * Writes down what a budget's latest capture asks for.
   *
   * @param uses that it pays
   */
  void addCapture(Budget budget, Budget.Uses uses);

  /** Uses of a budget, oldest first, after a number. */
  List<Use> uses(BudgetId id, int after, int limit);
}
