package dev.agora.gateway.authentication;

import java.util.Optional;
import reactor.core.publisher.Mono;

/** Asks for a credential that the table does not answer for. */
@FunctionalInterface
interface CredentialLookup {

  /**
   * The credential, empty if there is none of that id; fails with {@link CredentialsUnavailable} if
   * nobody can tell in time.
   */
  Mono<Optional<Credential>> find(String id);

  /** Answers no longer from memory. */
  default void forget(String id) {}
}
