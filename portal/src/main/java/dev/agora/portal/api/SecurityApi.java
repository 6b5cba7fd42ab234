package dev.agora.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import tools.jackson.databind.JsonNode;

/** Passkeys, second factors, sessions and one's own data. */
public interface SecurityApi {

  /** What a device is to sign, as the browser takes it. */
  record Challenge(JsonNode publicKey) {}

  /** What a device signed. */
  record Signed(JsonNode credential) {}

  /** What is shown beside the password; what is not there is left out, a null would be shown. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Second(
      @Nullable JsonNode credential, @Nullable String challenge, @Nullable String recoveryCode) {}

  /** What is shown once more. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Again(
      @Nullable JsonNode credential, @Nullable String password, @Nullable String recoveryCode) {}

  /** A passkey that a device made. */
  record NewPasskey(String name, JsonNode credential) {}

  /** Whether the password alone signs in. */
  record Required(boolean required) {}

  /** Codes, this once. */
  record Codes(List<String> codes) {}

  /** Both passwords. */
  record PasswordChange(String currentPassword, String newPassword) {}

  @PostExchange("/api/v1/sessions/passkey/challenge")
  Challenge offerSignIn();

  @PostExchange("/api/v1/sessions/passkey")
  NewSession signIn(@RequestBody Signed signed);

  @PostExchange("/api/v1/sessions/second-factor")
  NewSession addSecondFactor(@RequestBody Second second);

  @GetExchange("/api/v1/sessions")
  Listed<ApiSession> sessions(@RequestParam int limit);

  @DeleteExchange("/api/v1/sessions/{id}")
  void endSession(@PathVariable String id);

  @DeleteExchange("/api/v1/sessions")
  void endOtherSessions();

  @PostExchange("/api/v1/me/step-up/challenge")
  Challenge offerStepUp();

  @PostExchange("/api/v1/me/step-up")
  void stepUp(@RequestBody Again again);

  @GetExchange("/api/v1/me/passkeys")
  Listed<Passkey> passkeys();

  @PostExchange("/api/v1/me/passkeys/challenge")
  Challenge offerPasskey();

  @PostExchange("/api/v1/me/passkeys")
  Passkey addPasskey(@RequestBody NewPasskey request);

  @DeleteExchange("/api/v1/me/passkeys/{id}")
  void removePasskey(@PathVariable String id);

  @GetExchange("/api/v1/me/second-factor")
  SecondFactor secondFactor();

  @PutExchange("/api/v1/me/second-factor")
  SecondFactor setSecondFactor(@RequestBody Required required);

  @PostExchange("/api/v1/me/recovery-codes")
  Codes makeRecoveryCodes();

  @PostExchange("/api/v1/me/password")
  void changePassword(@RequestBody PasswordChange change);

  @GetExchange("/api/v1/me/export")
  JsonNode export();

  @DeleteExchange("/api/v1/me")
  void deleteMe();

  @GetExchange("/api/v1/audit")
  Listed<AuditEntry> audit(
      @RequestParam int limit, @RequestParam(required = false) @Nullable String cursor);
}
