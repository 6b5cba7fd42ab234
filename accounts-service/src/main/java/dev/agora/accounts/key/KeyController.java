package dev.agora.accounts.key;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.agora.accounts.AccountsProblem;
import dev.agora.accounts.agent.AgentId;
import dev.agora.accounts.agent.JdbcAgents;
import dev.agora.accounts.credential.Credential;
import dev.agora.accounts.credential.CredentialKind;
import dev.agora.accounts.credential.CurrentCredential;
import dev.agora.accounts.credential.IssuedCredential;
import dev.agora.accounts.credential.JdbcCredentials;
import dev.agora.accounts.credential.RevokeCredential;
import dev.agora.accounts.human.HumanId;
import dev.agora.accounts.key.AddKeyResult.Added;
import dev.agora.accounts.key.AddKeyResult.NoSuchAgent;
import dev.agora.accounts.key.AddKeyResult.TooManyKeys;
import dev.agora.accounts.use.JdbcKeyUses;
import dev.agora.accounts.use.JdbcKeyUses.LastUse;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.caller.Scope;
import dev.agora.http.page.Page;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The keys of an agent, for its owner. */
@RestController
class KeyController {

  private static final List<String> EVERY_SCOPE =
      Arrays.stream(Scope.values()).map(Scope::wireName).toList();

  private final AddKey addKey;
  private final RevokeKey revokeKey;
  private final RevokeCredential revokeCredential;
  private final JdbcKeyUses uses;
  private final JdbcAgents agents;
  private final JdbcCredentials credentials;

  KeyController(
      AddKey addKey,
      RevokeKey revokeKey,
      RevokeCredential revokeCredential,
      JdbcAgents agents,
      JdbcCredentials credentials,
      JdbcKeyUses uses) {
    this.revokeCredential = revokeCredential;
    this.uses = uses;
    this.addKey = addKey;
    this.revokeKey = revokeKey;
    this.agents = agents;
    this.credentials = credentials;
  }

  record AddRequest(
      @Size(max = 100)
          @Pattern(regexp = "\\P{Cntrl}*", message = "must not contain control characters")
          @Nullable String name,
      @Size(min = 1, max = 20)
          @Nullable
              List<
                  @NotNull
                  @Pattern(
                      regexp = "credits:read|credits:spend|market:sell|market:buy|convert",
                      message = "must be a scope")
                  String>
              scopes,
      @Future @Nullable Instant expiresAt,
      @Size(max = 20) @Nullable List<@NotNull @Size(max = 64) String> ipRanges) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record KeyResponse(
      String id,
      @Nullable String name,
      List<String> scopes,
      @Nullable Instant expiresAt,
      List<String> ipRanges,
      Instant createdAt,
      @Nullable Instant lastUsedAt,
      @Nullable String lastUsedFrom,
      @Nullable String key) {

    static KeyResponse fresh(Credential key, String text) {
      return of(key, null, text);
    }

    static KeyResponse listed(Credential key, @Nullable LastUse use) {
      return of(key, use, null);
    }

    private static KeyResponse of(Credential key, @Nullable LastUse use, @Nullable String text) {
      return new KeyResponse(
          key.id(),
          key.name(),
          key.scopes(),
          key.expiresAt(),
          key.ipRanges(),
          key.createdAt(),
          use == null ? null : use.at(),
          use == null ? null : use.source(),
          text);
    }

    /** Never the key. */
    @Override
    public String toString() {
      return "key " + id;
    }
  }

  @PostMapping("/api/v1/agents/{id}/keys")
  @AllowedTo(value = Role.HUMAN, fresh = true)
  ResponseEntity<?> add(
      Caller caller, @PathVariable String id, @Valid @RequestBody AddRequest request) {
    Optional<AgentId> agent = AgentId.parse(id);
    if (agent.isEmpty()) {
      return noSuchThing();
    }
    List<String> ranges = new ArrayList<>();
    for (String text : request.ipRanges() == null ? List.<String>of() : request.ipRanges()) {
      Optional<IpRange> range = IpRange.parse(text);
      if (range.isEmpty()) {
        return Problems.answer(
            Problem.of(CommonProblem.INVALID_REQUEST, "The key was not made.")
                .at("/ipRanges/" + ranges.size(), "must be an address or a range like ::1/128"));
      }
      ranges.add(range.get().text());
    }
    return add(agent.get(), new HumanId(caller.id()), request, ranges);
  }

  private ResponseEntity<?> add(
      AgentId agent, HumanId owner, AddRequest request, List<String> ranges) {
    List<String> asked = request.scopes();
    Instant expiresAt = request.expiresAt();
    AddKeyResult result =
        addKey.add(
            agent,
            owner,
            asked == null ? EVERY_SCOPE : EVERY_SCOPE.stream().filter(asked::contains).toList(),
            request.name(),
            expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MICROS),
            ranges);
    return switch (result) {
      case Added(IssuedCredential key) ->
          ResponseEntity.created(
                  URI.create("/api/v1/agents/" + agent + "/keys/" + key.credential().id()))
              .body(KeyResponse.fresh(key.credential(), key.text()));
      case NoSuchAgent() -> noSuchThing();
      case TooManyKeys(int max) ->
          Problems.answer(
              Problem.of(AccountsProblem.TOO_MANY_KEYS, "An agent may have " + max + " keys.")
                  .withRemedy("Revoke one that is not used."));
    };
  }

  @GetMapping("/api/v1/agents/{id}/keys")
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> list(Caller caller, @PathVariable String id) {
    boolean owned =
        AgentId.parse(id)
            .flatMap(agents::find)
            .filter(agent -> new HumanId(caller.id()).equals(agent.owner()))
            .isPresent();
    if (!owned) {
      return noSuchThing();
    }
    Map<String, LastUse> used = uses.of(id);
    return ResponseEntity.ok(
        new Page<>(
            credentials.keysOf(id).stream()
                .map(key -> KeyResponse.listed(key, used.get(key.id())))
                .toList(),
            null));
  }

  @DeleteMapping("/api/v1/agents/{id}/keys/{keyId}")
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> revoke(Caller caller, @PathVariable String id, @PathVariable String keyId) {
    boolean revoked =
        AgentId.parse(id)
            .filter(agent -> revokeKey.revoke(agent, new HumanId(caller.id()), keyId))
            .isPresent();
    return revoked ? ResponseEntity.noContent().build() : noSuchThing();
  }

  /** Who finds a key where it should not be can make it worthless without being its owner. */
  @DeleteMapping("/api/v1/keys/current")
  @AllowedTo(Role.AGENT)
  ResponseEntity<?> revokeCurrent(
      Caller caller, @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
    boolean revoked =
        CurrentCredential.of(authorization)
            .filter(key -> revokeCredential.revoke(key, CredentialKind.KEY, caller.id()))
            .isPresent();
    return revoked ? ResponseEntity.noContent().build() : noSuchThing();
  }

  private static ResponseEntity<?> noSuchThing() {
    return Problems.answer(Problem.of(CommonProblem.NOT_FOUND, "There is no such agent or key."));
  }
}
