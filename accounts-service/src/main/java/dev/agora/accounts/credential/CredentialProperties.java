package dev.agora.accounts.credential;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How credentials are kept.
 *
 * @param pepper base64 of the key of their hashes, at least 32 bytes, the same as in the gateway
 */
@ConfigurationProperties("agora.accounts.credentials")
record CredentialProperties(String pepper) {

  /** Never the pepper. */
  @Override
  public String toString() {
    return "credentials";
  }
}
