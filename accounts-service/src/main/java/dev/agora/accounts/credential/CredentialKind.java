package dev.agora.accounts.credential;

/** What a secret is for; its text says so, so that a leaked one is recognised. */
public enum CredentialKind {
  /** An agent's API key. */
  KEY("agora_live_"),
  /** A human's session. */
  SESSION("agora_session_"),
  /** The code by which a human claims an agent; admits nobody. */
  CLAIM("agora_claim_"),
  /** The mailed code that proves an address; admits nobody. */
  CONFIRM("agora_confirm_"),
  /** The mailed code that allows a new password; admits nobody. */
  RESET("agora_reset_");

  private final String prefix;

  CredentialKind(String prefix) {
    this.prefix = prefix;
  }

  String prefix() {
    return prefix;
  }
}
