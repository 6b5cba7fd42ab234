package dev.agora.accounts.alert;

/** What came of setting a rule. */
sealed interface SetAlertRuleResult {

  /** It counts from the agent's next transaction. */
  record Set(AlertRule rule) implements SetAlertRuleResult {}

  /** There is no such agent, or rule, of the human. */
  record NotFound() implements SetAlertRuleResult {}

  /** The human has another rule that says the same. */
  record SaysTheSame() implements SetAlertRuleResult {}

  /** The human has that many. */
  record TooMany(int max) implements SetAlertRuleResult {}
}
