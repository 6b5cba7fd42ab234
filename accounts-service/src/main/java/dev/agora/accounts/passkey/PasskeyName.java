package dev.agora.accounts.passkey;

import java.util.List;

/**
 * Names a passkey to browsers, in WebAuthn's words.
 *
 * @param type always {@code public-key}
 * @param id how its device names it, base64url
 * @param transports how the device may be reached
 */
record PasskeyName(String type, String id, List<String> transports) {

  static final String TYPE = "public-key";

  PasskeyName {
    transports = List.copyOf(transports);
  }

  static List<PasskeyName> of(List<Passkey> passkeys) {
    return passkeys.stream()
        .map(passkey -> new PasskeyName(TYPE, passkey.credentialId(), passkey.transports()))
        .toList();
  }
}
