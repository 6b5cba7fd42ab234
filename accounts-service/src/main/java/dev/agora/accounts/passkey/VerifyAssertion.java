package dev.agora.accounts.passkey;

import dev.agora.accounts.human.HumanId;
import dev.agora.accounts.passkey.AssertionCheck.Right;
import dev.agora.accounts.passkey.AssertionCheck.Wrong;
import dev.agora.accounts.passkey.JdbcChallenges.Issued;
import dev.agora.accounts.passkey.WebAuthn.SentSignature;
import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares a signature with the stored passkey, one at a time, so that its count only grows. */
@Service
class VerifyAssertion {

  private final WebAuthn webAuthn;
  private final JdbcPasskeys passkeys;
  private final Clock clock;
  private final AuditLog audit;

  VerifyAssertion(WebAuthn webAuthn, JdbcPasskeys passkeys, Clock clock, AuditLog audit) {
    this.webAuthn = webAuthn;
    this.passkeys = passkeys;
    this.clock = clock;
    this.audit = audit;
  }

  @Transactional
  public AssertionCheck verify(SentSignature sent, Issued issued) {
    Optional<Passkey> found = passkeys.lock(sent.credentialId());
    if (found.isEmpty()) {
      return refuse(Deed.NOBODY, Deed.NOBODY, "UnknownPasskey");
    }
    Passkey passkey = found.get();
    Optional<String> refusal = foreign(sent, passkey, issued);
    if (refusal.isEmpty()) {
      refusal = webAuthn.refusal(sent, passkey);
    }
    if (refusal.isPresent()) {
      return refuse(passkey.human().value(), passkey.id(), refusal.get());
    }
    passkeys.used(passkey.id(), sent.signatureCount(), sent.backedUp(), clock.instant());
    return new Right(passkey.human(), issued.passwordVersion());
  }

  /** Whether it is another human's than the challenge is for, or the device thinks so. */
  private static Optional<String> foreign(SentSignature sent, Passkey passkey, Issued issued) {
    HumanId wanted = issued.human();
    String handle = sent.userHandle();
    // A device may leave the handle out only where it was told which passkey to use.
    boolean handleFits =
        handle == null ? wanted != null : handle.equals(OfferChallenge.handleOf(passkey.human()));
    boolean humanFits = wanted == null || wanted.equals(passkey.human());
    return handleFits && humanFits ? Optional.empty() : Optional.of("OtherHuman");
  }

  private Wrong refuse(String subject, String target, String reason) {
    audit.record(
        Deed.of(Act.PASSKEY_REFUSED, subject, target).changing(Map.of(), Map.of("reason", reason)));
    return new Wrong();
  }
}
