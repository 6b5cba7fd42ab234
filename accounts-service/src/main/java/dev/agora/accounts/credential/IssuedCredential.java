package dev.agora.accounts.credential;

/**
 * A credential with its text, which exists nowhere else and is shown once.
 *
 * @param credential as it is stored
 * @param text what its holder keeps
 */
public record IssuedCredential(Credential credential, String text) {

  /** Never the secret. */
  @Override
  public String toString() {
    return "credential " + credential.id();
  }
}
