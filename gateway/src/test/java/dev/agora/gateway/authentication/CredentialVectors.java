package dev.agora.gateway.authentication;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What both sides agree on about a credential's text, as module contracts has it. */
record CredentialVectors(String pepper, List<Vector> vectors) {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  record Vector(String kind, String text, String id, String hash) {}

  static CredentialVectors read() {
    try (InputStream file =
        CredentialVectors.class.getResourceAsStream(
            "/contracts/accounts/credential-text.vectors.json")) {
      return JSON.readValue(Objects.requireNonNull(file), CredentialVectors.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
