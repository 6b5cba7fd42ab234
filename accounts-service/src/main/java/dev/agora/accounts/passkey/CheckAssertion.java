package dev.agora.accounts.passkey;

import dev.agora.accounts.passkey.AssertionCheck.Malformed;
import dev.agora.accounts.passkey.AssertionCheck.Wrong;
import dev.agora.accounts.passkey.JdbcChallenges.Issued;
import dev.agora.accounts.passkey.WebAuthn.SentSignature;
import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/**
 * Tells who signed a challenge. The challenge is used up before anything is looked at, in a
 * transaction of its own: whatever follows, it can not be answered again.
 */
@Service
public class CheckAssertion {

  private final WebAuthn webAuthn;
  private final JdbcChallenges challenges;
  private final VerifyAssertion verifyAssertion;
  private final AuditLog audit;

  CheckAssertion(
      WebAuthn webAuthn,
      JdbcChallenges challenges,
      VerifyAssertion verifyAssertion,
      AuditLog audit) {
    this.webAuthn = webAuthn;
    this.challenges = challenges;
    this.verifyAssertion = verifyAssertion;
    this.audit = audit;
  }

  /**
   * Looks at what a browser sent.
   *
   * @param credential as {@code PublicKeyCredential.toJSON} writes it
   */
  public AssertionCheck check(Purpose purpose, JsonNode credential) {
    Optional<SentSignature> read = webAuthn.readSignature(credential);
    if (read.isEmpty()) {
      return new Malformed();
    }
    Optional<Issued> issued = challenges.take(read.get().challenge(), purpose);
    if (issued.isEmpty()) {
      audit.record(
          Deed.of(Act.PASSKEY_REFUSED, Deed.NOBODY, Deed.NOBODY)
              .changing(Map.of(), Map.of("reason", "Challenge")));
      return new Wrong();
    }
    return verifyAssertion.verify(read.get(), issued.get());
  }
}
