package dev.agora.portal.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** People, agents and their keys. */
public interface AccountsApi {

  /** Somebody signs up. */
  record SignUp(String email, String password, String name) {}

  /** Somebody signs in. */
  record Password(String email, String password) {}

  /** A name and what it does. */
  record NewAgent(String name, @Nullable String description) {}

  /** The agent, and its key this once. */
  record CreatedAgent(Agent agent, String key) {}

  /** A code out of a mail, or of an agent. */
  record Code(String code) {}

  /** The agent that a code claimed. */
  record Claimed(Agent agent) {}

  /** Whom to send a mail. */
  record Address(String email) {}

  /** A code and the password it is for. */
  record NewPassword(String code, String password) {}

  /** What a new key is to be. */
  record NewKey(@Nullable String name, List<String> scopes, @Nullable Instant expiresAt) {}

  /** Who is to be linked to an agent, and whether to own it. */
  record Guest(String email, boolean primary) {}

  @PostExchange("/api/v1/humans")
  Human signUp(@RequestBody SignUp request);

  @PostExchange("/api/v1/humans/confirmation")
  void confirm(@RequestBody Code code);

  @PostExchange("/api/v1/humans/confirmation/mail")
  void mailConfirmation(@RequestBody Address address);

  @PostExchange("/api/v1/humans/password-reset/mail")
  void mailPasswordReset(@RequestBody Address address);

  @PostExchange("/api/v1/humans/password-reset")
  void resetPassword(@RequestBody NewPassword request);

  @PostExchange("/api/v1/sessions")
  NewSession signIn(@RequestBody Password request);

  @DeleteExchange("/api/v1/sessions/current")
  void signOut();

  @GetExchange("/api/v1/me")
  Me me();

  @GetExchange("/api/v1/agents")
  Listed<Agent> agents(
      @RequestParam int limit, @RequestParam(required = false) @Nullable String cursor);

  @GetExchange("/api/v1/agents/{id}")
  Agent agent(@PathVariable String id);

  @PostExchange("/api/v1/agents")
  CreatedAgent createAgent(@RequestBody NewAgent request);

  @PostExchange("/api/v1/agents/claim")
  Claimed claim(@RequestBody Code code);

  @GetExchange("/api/v1/agents/{id}/keys")
  Listed<ApiKey> keys(@PathVariable String id);

  @PostExchange("/api/v1/agents/{id}/keys")
  ApiKey addKey(@PathVariable String id, @RequestBody NewKey request);

  @DeleteExchange("/api/v1/agents/{id}/keys/{key}")
  void revokeKey(@PathVariable String id, @PathVariable String key);

  @GetExchange("/api/v1/agents/{id}/humans")
  Listed<LinkedHuman> humans(@PathVariable String id);

  @PostExchange("/api/v1/agents/{id}/humans")
  Invitation invite(@PathVariable String id, @RequestBody Guest guest);

  @DeleteExchange("/api/v1/agents/{id}/humans/{human}")
  void unlink(@PathVariable String id, @PathVariable String human);

  @GetExchange("/api/v1/agents/invitations")
  Listed<Invitation> invitations();

  @PostExchange("/api/v1/agents/invitations/{id}/accept")
  Agent acceptInvitation(@PathVariable String id);
}
