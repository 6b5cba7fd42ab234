package dev.agora.accounts.credential;

import org.springframework.stereotype.Service;

/** Secrets that are worked out of the service's own key each time, so that none is stored. */
@Service
public class DerivedSecrets {

  private final CredentialHash hash;

  DerivedSecrets(CredentialHash hash) {
    this.hash = hash;
  }

  /** The secret for that purpose and thing; 43 characters. No credential's text has a colon. */
  public String derive(String purpose, String thing) {
    return hash.of(purpose + ":" + thing);
  }
}
