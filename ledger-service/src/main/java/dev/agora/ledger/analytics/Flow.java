package dev.agora.ledger.analytics;

/** Which way credits go, as an agent sees it. */
enum Flow {
  /** Paid to other agents, to sellers and for features, less what came back. */
  SPENDING,
  /** Income from other agents, buyers and rewards, less what was given back. */
  EARNINGS
}
