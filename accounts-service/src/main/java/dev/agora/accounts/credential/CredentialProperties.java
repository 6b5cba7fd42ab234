package dev.agora.accounts.credential;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How credentials are kept.
 *
 * @param pepper base64 of the key of their hashes, at least 32 bytes, the same as in the gateway
 * @param stepUp how old a session may be for acts that need one that is fresh
 */
@ConfigurationProperties("agora.accounts.credentials")
record CredentialProperties(String pepper, @DefaultValue("5m") Duration stepUp) {

  /** Never the pepper. */
  @Override
  public String toString() {
    return "credentials";
  }
}
