package dev.agora.accounts.kafka;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.agora.accounts.credential.Credential;
import dev.agora.accounts.credential.CredentialEvents;
import dev.agora.messaging.outbox.EventType;
import dev.agora.messaging.outbox.Outbox;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Publishes what became of a credential, to the topic that every gateway reads whole. */
@Component
class OutboxCredentialEvents implements CredentialEvents {

  private static final EventType CHANGED =
      new EventType("accounts.credentials.v1", "accounts.credential-changed", 1);

  private final Outbox outbox;

  OutboxCredentialEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /** The state of a credential after a change; a hash, never a secret. */
  record CredentialChanged(
      String credentialId,
      String kind,
      String hash,
      String subject,
      List<String> roles,
      List<String> scopes,
      @Nullable Instant expiresAt,
      boolean revoked,
      long version,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable List<String> ipRanges,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant authenticatedAt) {

    static CredentialChanged of(Credential credential) {
      return new CredentialChanged(
          credential.id(),
          credential.kind().name(),
          credential.hash(),
          credential.subject(),
          credential.roles(),
          credential.scopes(),
          credential.expiresAt(),
          credential.isRevoked(),
          credential.version(),
          credential.ipRanges(),
          credential.authenticatedAt());
    }
  }

  @Override
  public void changed(Credential credential) {
    outbox.publish(CHANGED, credential.id(), CredentialChanged.of(credential));
  }
}
