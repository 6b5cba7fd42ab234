package dev.agora.accounts.passkey;

import dev.agora.accounts.human.Human;
import dev.agora.accounts.passkey.RegisterPasskeyResult.NotAccepted;
import dev.agora.accounts.passkey.WebAuthn.SentKey;
import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Makes a passkey known that a human's device has made. */
@Service
class RegisterPasskey {

  private final WebAuthn webAuthn;
  private final JdbcChallenges challenges;
  private final StorePasskey storePasskey;
  private final Supplier<UUID> newIds;
  private final Clock clock;
  private final AuditLog audit;

  RegisterPasskey(
      WebAuthn webAuthn,
      JdbcChallenges challenges,
      StorePasskey storePasskey,
      Supplier<UUID> newIds,
      Clock clock,
      AuditLog audit) {
    this.webAuthn = webAuthn;
    this.challenges = challenges;
    this.storePasskey = storePasskey;
    this.newIds = newIds;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * Takes one, whose challenge is used up whatever follows.
   *
   * @param credential as {@code PublicKeyCredential.toJSON} writes it
   */
  RegisterPasskeyResult register(Human human, String name, JsonNode credential) {
    Optional<SentKey> read = webAuthn.readKey(credential);
    if (read.isEmpty()) {
      return new NotAccepted();
    }
    Optional<String> refusal =
        challenges
                .take(read.get().challenge(), Purpose.REGISTER)
                .filter(issued -> human.id().equals(issued.human()))
                .isEmpty()
            ? Optional.of("Challenge")
            : webAuthn.refusal(read.get());
    if (refusal.isPresent()) {
      audit.record(
          Deed.of(Act.PASSKEY_REFUSED, human.id().value(), human.id().value())
              .changing(Map.of(), Map.of("reason", refusal.get())));
      return new NotAccepted();
    }
    return storePasskey.store(human, passkey(human, name, read.get()));
  }

  private Passkey passkey(Human human, String name, SentKey key) {
    return new Passkey(
        "pky_" + newIds.get().toString().replace("-", ""),
        human.id(),
        key.credentialId(),
        name,
        key.publicKey(),
        key.signatureCount(),
        key.backupEligible(),
        key.backedUp(),
        key.transports(),
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        null);
  }
}
