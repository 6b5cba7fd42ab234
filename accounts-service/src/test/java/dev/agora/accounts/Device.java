package dev.agora.accounts;

import com.webauthn4j.data.AttestationConveyancePreference;
import com.webauthn4j.data.AuthenticatorAssertionResponse;
import com.webauthn4j.data.AuthenticatorAttestationResponse;
import com.webauthn4j.data.AuthenticatorSelectionCriteria;
import com.webauthn4j.data.PublicKeyCredential;
import com.webauthn4j.data.PublicKeyCredentialCreationOptions;
import com.webauthn4j.data.PublicKeyCredentialDescriptor;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialRequestOptions;
import com.webauthn4j.data.PublicKeyCredentialRpEntity;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.PublicKeyCredentialUserEntity;
import com.webauthn4j.data.ResidentKeyRequirement;
import com.webauthn4j.data.UserVerificationRequirement;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.test.authenticator.webauthn.NoneAttestationAuthenticator;
import com.webauthn4j.test.authenticator.webauthn.WebAuthnAuthenticatorAdaptor;
import com.webauthn4j.test.client.ClientPlatform;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** An emulated device with its passkeys, and the browser in front of it, both of which may lie. */
final class Device {

  private final ClientPlatform browser;
  private UserVerificationRequirement verification = UserVerificationRequirement.REQUIRED;

  /** One on whose page of that origin it is used. */
  Device(String origin) {
    browser =
        new ClientPlatform(
            new Origin(origin),
            new WebAuthnAuthenticatorAdaptor(new NoneAttestationAuthenticator()));
  }

  /** From now on the browser is on another page. */
  void visit(String origin) {
    browser.setOrigin(new Origin(origin));
  }

  /** From now on nobody touches the sensor, whatever the page asks for. */
  void lookAway() {
    verification = UserVerificationRequirement.DISCOURAGED;
  }

  /** A passkey for those options, as a browser sends it. */
  String create(JsonNode publicKey) {
    return create(publicKey, publicKey.at("/rp/id").asString());
  }

  String create(JsonNode publicKey, String rpId) {
    PublicKeyCredential<AuthenticatorAttestationResponse, ?> made =
        browser.create(
            new PublicKeyCredentialCreationOptions(
                new PublicKeyCredentialRpEntity(rpId, "Agora"),
                new PublicKeyCredentialUserEntity(
                    bytes(publicKey.at("/user/id").asString()),
                    publicKey.at("/user/name").asString(),
                    publicKey.at("/user/displayName").asString()),
                new DefaultChallenge(publicKey.at("/challenge").asString()),
                List.of(
                    new PublicKeyCredentialParameters(
                        PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.ES256)),
                null,
                List.of(),
                new AuthenticatorSelectionCriteria(
                    null, true, ResidentKeyRequirement.REQUIRED, verification),
                AttestationConveyancePreference.NONE,
                null));
    AuthenticatorAttestationResponse response = Objects.requireNonNull(made.getResponse());
    return """
    {"id":"%s","rawId":"%s","type":"public-key","clientExtensionResults":{},
     "response":{"clientDataJSON":"%s","attestationObject":"%s","transports":["internal"]}}
    """
        .formatted(
            made.getId(),
            made.getId(),
            text(response.getClientDataJSON()),
            text(response.getAttestationObject()));
  }

  /** A signature for those options, as a browser sends it. */
  String sign(JsonNode publicKey) {
    List<PublicKeyCredentialDescriptor> allowed =
        publicKey
            .at("/allowCredentials")
            .valueStream()
            .map(
                one ->
                    new PublicKeyCredentialDescriptor(
                        PublicKeyCredentialType.PUBLIC_KEY, bytes(one.at("/id").asString()), null))
            .toList();
    return sign(publicKey, publicKey.at("/rpId").asString(), allowed);
  }

  /** The same, whichever passkeys are allowed to. */
  String signWithAny(JsonNode publicKey) {
    return sign(publicKey, publicKey.at("/rpId").asString(), List.of());
  }

  private String sign(
      JsonNode publicKey, String rpId, List<PublicKeyCredentialDescriptor> allowed) {
    PublicKeyCredential<AuthenticatorAssertionResponse, ?> signed =
        browser.get(
            new PublicKeyCredentialRequestOptions(
                new DefaultChallenge(publicKey.at("/challenge").asString()),
                null,
                rpId,
                allowed.isEmpty() ? null : allowed,
                verification,
                null));
    AuthenticatorAssertionResponse response = Objects.requireNonNull(signed.getResponse());
    Optional<byte[]> handle = Optional.ofNullable(response.getUserHandle());
    return """
    {"id":"%s","rawId":"%s","type":"public-key","clientExtensionResults":{},
     "response":{"clientDataJSON":"%s","authenticatorData":"%s","signature":"%s","userHandle":%s}}
    """
        .formatted(
            signed.getId(),
            signed.getId(),
            text(response.getClientDataJSON()),
            text(response.getAuthenticatorData()),
            text(response.getSignature()),
            handle.map(it -> '"' + text(it) + '"').orElse("null"));
  }

  private static byte[] bytes(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
