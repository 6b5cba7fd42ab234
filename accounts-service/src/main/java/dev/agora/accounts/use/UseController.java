package dev.agora.accounts.use;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Hears from gateways which credentials were used. */
@RestController
class UseController {

  private final JdbcUses uses;

  UseController(JdbcUses uses) {
    this.uses = uses;
  }

  /** The message {@code accounts.credential-uses}; a newer gateway may say more. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record CredentialUses(@NotNull @Size(max = 1000) List<@Valid @NotNull CredentialUse> uses) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record CredentialUse(
      @NotNull @Pattern(regexp = "[0-9A-Za-z]{12,32}") String credentialId,
      @NotNull Instant at,
      @NotNull @Size(max = 64) String source) {}

  @PostMapping("/internal/credentials/uses")
  @AllowedTo(Role.GATEWAY)
  ResponseEntity<?> note(@Valid @RequestBody CredentialUses report) {
    uses.note(
        report.uses().stream()
            .map(use -> new Use(use.credentialId(), use.at(), use.source()))
            .toList());
    return ResponseEntity.noContent().build();
  }
}
