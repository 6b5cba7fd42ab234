package dev.agora.accounts.credential;

import java.security.SecureRandom;
import org.springframework.stereotype.Service;

/** Secrets that are good once, such as the code by which a human claims an agent. */
@Service
public class OneTimeCodes {

  private final SecureRandom random;
  private final CredentialHash hash;

  OneTimeCodes(SecureRandom random, CredentialHash hash) {
    this.random = random;
    this.hash = hash;
  }

  /** A fresh one. */
  public String next(CredentialKind kind) {
    return CredentialText.random(kind, random).text();
  }

  /** Under which a code is stored; of the whole text, whatever somebody may have typed. */
  public String hashOf(String code) {
    return hash.of(code);
  }
}
