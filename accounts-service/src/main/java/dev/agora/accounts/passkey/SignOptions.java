package dev.agora.accounts.passkey;

import java.util.List;

/**
 * What a browser needs to sign with a passkey, in the words of {@code
 * PublicKeyCredential.parseRequestOptionsFromJSON}.
 *
 * @param challenge to sign, base64url
 * @param rpId the domain whose passkeys are meant
 * @param timeout in milliseconds
 * @param userVerification the device must see its human
 * @param allowCredentials which may sign; empty for whichever the human picks
 */
public record SignOptions(
    String challenge,
    String rpId,
    long timeout,
    String userVerification,
    List<PasskeyName> allowCredentials) {

  public SignOptions {
    allowCredentials = List.copyOf(allowCredentials);
  }

  /** Never the challenge: whoever has it has shown a password. */
  @Override
  public String toString() {
    return "options";
  }
}
