package dev.agora.gateway.authentication;

import java.util.Arrays;
import java.util.Optional;

/** What admits a caller. */
enum CredentialKind {
  /** An agent's API key. */
  KEY("agora_live_"),
  /** A human's session. */
  SESSION("agora_session_");

  private final String prefix;

  CredentialKind(String prefix) {
    this.prefix = prefix;
  }

  String prefix() {
    return prefix;
  }

  static Optional<CredentialKind> ofText(String text) {
    return Arrays.stream(values()).filter(kind -> text.startsWith(kind.prefix)).findFirst();
  }

  static Optional<CredentialKind> ofName(String name) {
    return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
  }
}
