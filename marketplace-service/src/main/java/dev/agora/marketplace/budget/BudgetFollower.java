package dev.agora.marketplace.budget;

/** Takes notice of every change of a budget, within its transaction. */
public interface BudgetFollower {

  /**
   * A budget was opened or changed.
   *
   * @param before the same as after if it was opened
   */
  void happened(Budget before, Budget after);
}
