package dev.agora.marketplace.kafka;

/**
 * What the saga of a capture remembers.
 *
 * @param budgetId whose uses are paid
 * @param capture what is asked of the ledger
 */
record BudgetCaptureData(String budgetId, CaptureHold capture) {}
