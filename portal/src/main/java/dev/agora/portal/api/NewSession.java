package dev.agora.portal.api;

import java.time.Instant;

/** What signing in brings. */
public record NewSession(String token, Instant expiresAt, Human human) {

  /** Never the token. */
  @Override
  public String toString() {
    return "session of " + human.id();
  }
}
