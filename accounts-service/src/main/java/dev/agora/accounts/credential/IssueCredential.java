package dev.agora.accounts.credential;

import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes credentials. */
@Service
public class IssueCredential {

  private final SecureRandom random;
  private final CredentialHash hash;
  private final JdbcCredentials credentials;
  private final CredentialEvents events;
  private final Clock clock;
  private final AuditLog audit;

  IssueCredential(
      SecureRandom random,
      CredentialHash hash,
      JdbcCredentials credentials,
      CredentialEvents events,
      Clock clock,
      AuditLog audit) {
    this.audit = audit;
    this.random = random;
    this.hash = hash;
    this.credentials = credentials;
    this.events = events;
    this.clock = clock;
  }

  /** Stores a new credential and tells the gateway of it. */
  @Transactional
  public IssuedCredential issue(NewCredential asked) {
    CredentialText text = CredentialText.random(asked.kind(), random);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Credential credential =
        new Credential(
            text.id(),
            asked.kind(),
            hash.of(text.signed()),
            asked.subject(),
            asked.roles(),
            asked.scopes(),
            asked.name(),
            asked.expiresAt(),
            null,
            1,
            now,
            asked.kind() == CredentialKind.SESSION ? now : null,
            asked.ipRanges());
    credentials.add(credential);
    events.changed(credential);
    if (credential.kind() == CredentialKind.KEY) {
      audit.record(
          Deed.of(Act.KEY_CREATED, credential.subject(), credential.id())
              .changing(
                  Map.of(),
                  Map.of(
                      "scopes", String.join(" ", credential.scopes()),
                      "ipRanges", String.join(" ", credential.ipRanges()))));
    }
    return new IssuedCredential(credential, text.text());
  }
}
