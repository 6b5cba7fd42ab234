package dev.agora.accounts.alert;

/** Of which figure a rule speaks, and on which side of its threshold. */
public enum AlertKind {
  /** The agent may spend less than that. */
  LOW_BALANCE,
  /** In a day, UTC, it has spent that or more. */
  SPENT_TODAY,
  /** In a calendar month, UTC, it has spent that or more. */
  SPENT_THIS_MONTH
}
