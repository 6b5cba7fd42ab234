package dev.agora.accounts.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads and checks what browsers send, with webauthn4j. User presence and user verification are
 * always required, and a signature count that does not grow is refused. Thread-safe.
 */
@Component
class WebAuthn {

  /** EdDSA, ECDSA on P-256, and RSA for Windows Hello: COSE's numbers, the best first. */
  static final List<Long> ALGORITHMS = List.of(-8L, -7L, -257L);

  private static final List<PublicKeyCredentialParameters> ACCEPTED =
      ALGORITHMS.stream()
          .map(COSEAlgorithmIdentifier::create)
          .map(one -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, one))
          .toList();

  /** How browsers say that a device is reached. */
  private static final Set<String> TRANSPORTS =
      Set.of("usb", "nfc", "ble", "smart-card", "hybrid", "internal");

  private final ObjectConverter converter = new ObjectConverter();
  private final WebAuthnManager verifier =
      WebAuthnManager.createNonStrictWebAuthnManager(converter);
  private final AttestedCredentialDataConverter keys =
      new AttestedCredentialDataConverter(converter);
  private final Set<Origin> origins;
  private final String rpId;

  WebAuthn(PasskeyProperties properties) {
    this.origins = properties.origins().stream().map(Origin::create).collect(Collectors.toSet());
    this.rpId = properties.rpId();
  }

  /**
   * A new passkey as a browser sent it: read, not believed.
   *
   * @param challenge that it answers, as base64url; whether it is one of ours is to be found out
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record SentKey(
      String challenge,
      String credentialId,
      byte[] publicKey,
      long signatureCount,
      boolean backupEligible,
      boolean backedUp,
      List<String> transports,
      RegistrationData data) {}

  /**
   * A signature with a passkey as a browser sent it: read, not believed.
   *
   * @param challenge that it answers, as base64url
   * @param userHandle whose passkey the device thinks it is, as base64url; null if it does not say
   */
  record SentSignature(
      String challenge,
      String credentialId,
      @Nullable String userHandle,
      long signatureCount,
      boolean backedUp,
      AuthenticationData data) {}

  /** Empty if it is not even one. */
  Optional<SentKey> readKey(JsonNode credential) {
    JsonNode response = credential.path("response");
    Optional<byte[]> attestation = bytes(response.path("attestationObject"));
    Optional<byte[]> clientData = bytes(response.path("clientDataJSON"));
    if (attestation.isEmpty() || clientData.isEmpty()) {
      return Optional.empty();
    }
    try {
      return sentKey(
          verifier.parse(new RegistrationRequest(attestation.get(), clientData.get())),
          response
              .path("transports")
              .valueStream()
              .filter(JsonNode::isString)
              .map(JsonNode::stringValue)
              .filter(TRANSPORTS::contains)
              .distinct()
              .toList());
    } catch (DataConversionException unreadable) {
      return Optional.empty();
    }
  }

  private Optional<SentKey> sentKey(RegistrationData data, List<String> transports) {
    AttestationObject object = data.getAttestationObject();
    Optional<String> challenge = challengeOf(data.getCollectedClientData());
    if (object == null || challenge.isEmpty()) {
      return Optional.empty();
    }
    AuthenticatorData<?> device = object.getAuthenticatorData();
    AttestedCredentialData attested = device.getAttestedCredentialData();
    if (attested == null) {
      return Optional.empty();
    }
    return Optional.of(
        new SentKey(
            challenge.get(),
            text(attested.getCredentialId()),
            keys.convert(attested),
            device.getSignCount(),
            device.isFlagBE(),
            device.isFlagBS(),
            transports,
            data));
  }

  /** Empty if it is not even one. */
  Optional<SentSignature> readSignature(JsonNode credential) {
    JsonNode response = credential.path("response");
    Optional<byte[]> id = bytes(credential.path("rawId"));
    Optional<byte[]> device = bytes(response.path("authenticatorData"));
    Optional<byte[]> clientData = bytes(response.path("clientDataJSON"));
    Optional<byte[]> signature = bytes(response.path("signature"));
    if (id.isEmpty() || device.isEmpty() || clientData.isEmpty() || signature.isEmpty()) {
      return Optional.empty();
    }
    byte[] handle = bytes(response.path("userHandle")).orElse(null);
    try {
      AuthenticationData data =
          verifier.parse(
              new AuthenticationRequest(
                  id.get(), handle, device.get(), clientData.get(), signature.get()));
      AuthenticatorData<?> said = data.getAuthenticatorData();
      if (said == null) {
        return Optional.empty();
      }
      return challengeOf(data.getCollectedClientData())
          .map(
              challenge ->
                  new SentSignature(
                      challenge,
                      text(id.get()),
                      handle == null ? null : text(handle),
                      said.getSignCount(),
                      said.isFlagBS(),
                      data));
    } catch (DataConversionException unreadable) {
      return Optional.empty();
    }
  }

  /** Why a new passkey is not accepted, in a word for the audit log; empty if it is. */
  Optional<String> refusal(SentKey key) {
    try {
      verifier.verify(
          key.data(), new RegistrationParameters(server(key.challenge()), ACCEPTED, true));
      return Optional.empty();
    } catch (VerificationException refused) {
      return Optional.of(word(refused));
    }
  }

  /** Why a signature with that passkey is not accepted; empty if it is. */
  Optional<String> refusal(SentSignature signature, Passkey passkey) {
    try {
      verifier.verify(
          signature.data(),
          new AuthenticationParameters(server(signature.challenge()), stored(passkey), null, true));
      return Optional.empty();
    } catch (VerificationException refused) {
      return Optional.of(word(refused));
    }
  }

  private static Optional<String> challengeOf(@Nullable CollectedClientData clientData) {
    return Optional.ofNullable(clientData)
        .map(CollectedClientData::getChallenge)
        .map(challenge -> text(challenge.getValue()));
  }

  static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private ServerProperty server(String challenge) {
    return ServerProperty.builder()
        .origins(origins)
        .rpId(rpId)
        .challenge(new DefaultChallenge(challenge))
        .build();
  }

  private CredentialRecord stored(Passkey passkey) {
    return new CredentialRecordImpl(
        new NoneAttestationStatement(),
        true,
        passkey.backupEligible(),
        passkey.backedUp(),
        passkey.signatureCount(),
        keys.convert(passkey.publicKey()),
        null,
        null,
        null,
        null);
  }

  private static Optional<byte[]> bytes(JsonNode text) {
    try {
      return text.isString()
          ? Optional.of(Base64.getUrlDecoder().decode(text.stringValue()))
          : Optional.empty();
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }

  /** Such as {@code MaliciousCounterValue}. */
  private static String word(VerificationException refused) {
    return refused.getClass().getSimpleName().replace("Exception", "");
  }
}
