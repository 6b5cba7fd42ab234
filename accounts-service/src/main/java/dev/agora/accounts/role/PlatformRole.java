package dev.agora.accounts.role;

/** What a human may be to the platform, beside being its customer. */
enum PlatformRole {
  /** Runs it. */
  OPERATOR,
  /** Rules disputes. */
  ARBITER,
  /** May read everything and change nothing. */
  AUDITOR
}
