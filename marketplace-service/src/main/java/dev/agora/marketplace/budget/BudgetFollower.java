package dev.agora.marketplace.budget;

/** Takes notice of every change of a budget, within its transaction. */
public interface BudgetFollower {

  void happened(Budget budget);
}
