package dev.agora.http.caller;

/** What a caller is to the platform; a route names the roles it admits. */
public enum Role {
  /** Somebody who showed no credential. */
  ANONYMOUS,
  /** A program with an API key. */
  AGENT,
  /** A person with a session. */
  HUMAN,
  /** A person who runs the platform. */
  OPERATOR,
  /** A person who rules disputes. */
  ARBITER,
  /** A person who may read everything and change nothing. */
  AUDITOR,
  /** The gateway itself, asking on its own behalf. */
  GATEWAY
}
