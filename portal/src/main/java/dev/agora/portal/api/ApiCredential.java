package dev.agora.portal.api;

import java.util.Optional;

/** Whose credential the calls of this request carry. */
@FunctionalInterface
public interface ApiCredential {

  /** The session token; empty if nobody is signed in. */
  Optional<String> current();
}
