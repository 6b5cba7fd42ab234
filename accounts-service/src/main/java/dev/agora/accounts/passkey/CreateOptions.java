package dev.agora.accounts.passkey;

import java.util.List;

/**
 * What a browser needs to make a passkey, in the words of {@code
 * PublicKeyCredential.parseCreationOptionsFromJSON}.
 *
 * @param rp the domain that it will be bound to
 * @param user whose it will be, so that a device can list whom it knows
 * @param challenge to be answered, base64url
 * @param pubKeyCredParams the signatures that are understood here, the best ones first
 * @param timeout in milliseconds
 * @param excludeCredentials which the human has already
 * @param authenticatorSelection what the device must be able to do
 * @param attestation nobody asks what model it is
 */
record CreateOptions(
    Domain rp,
    User user,
    String challenge,
    List<Algorithm> pubKeyCredParams,
    long timeout,
    List<PasskeyName> excludeCredentials,
    Selection authenticatorSelection,
    String attestation) {

  CreateOptions {
    pubKeyCredParams = List.copyOf(pubKeyCredParams);
    excludeCredentials = List.copyOf(excludeCredentials);
  }

  record Domain(String id, String name) {}

  /** The id is all that leaves the device again. */
  record User(String id, String name, String displayName) {}

  record Algorithm(String type, long alg) {}

  /** It keeps the key itself, and sees its human whenever it signs. */
  record Selection(String residentKey, boolean requireResidentKey, String userVerification) {

    static final String REQUIRED = "required";

    static Selection strict() {
      return new Selection(REQUIRED, true, REQUIRED);
    }
  }
}
