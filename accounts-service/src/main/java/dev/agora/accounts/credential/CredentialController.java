package dev.agora.accounts.credential;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Role;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers the gateway about a credential that its table does not hold yet. */
@RestController
class CredentialController {

  private final JdbcCredentials credentials;

  CredentialController(JdbcCredentials credentials) {
    this.credentials = credentials;
  }

  /** The same members as the message {@code accounts.credential-changed}. */
  record CredentialState(
      String credentialId,
      CredentialKind kind,
      String hash,
      String subject,
      List<String> roles,
      List<String> scopes,
      @Nullable Instant expiresAt,
      boolean revoked,
      long version,
      List<String> ipRanges,
      @Nullable Instant authenticatedAt) {}

  @GetMapping("/internal/credentials/{id}")
  @AllowedTo(Role.GATEWAY)
  ResponseEntity<?> find(@PathVariable String id) {
    Optional<Credential> found = credentials.find(id);
    if (found.isEmpty()) {
      return Problems.answer(Problem.of(CommonProblem.NOT_FOUND, "There is no such credential."));
    }
    Credential credential = found.get();
    return ResponseEntity.ok(
        new CredentialState(
            credential.id(),
            credential.kind(),
            credential.hash(),
            credential.subject(),
            credential.roles(),
            credential.scopes(),
            credential.expiresAt(),
            credential.isRevoked(),
            credential.version(),
            credential.ipRanges(),
            credential.authenticatedAt()));
  }
}
