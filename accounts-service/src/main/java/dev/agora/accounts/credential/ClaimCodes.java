package dev.agora.accounts.credential;

import java.security.SecureRandom;
import org.springframework.stereotype.Service;

/** The one-time codes by which a human claims an agent that registered itself. */
@Service
public class ClaimCodes {

  private final SecureRandom random;
  private final CredentialHash hash;

  ClaimCodes(SecureRandom random, CredentialHash hash) {
    this.random = random;
    this.hash = hash;
  }

  /** A fresh code. */
  public String next() {
    return CredentialText.random(CredentialKind.CLAIM, random).text();
  }

  /** Under which a code is stored; of the whole text, whatever somebody may have typed. */
  public String hashOf(String code) {
    return hash.of(code);
  }
}
