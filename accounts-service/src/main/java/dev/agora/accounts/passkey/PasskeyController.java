package dev.agora.accounts.passkey;

import dev.agora.accounts.AccountsProblem;
import dev.agora.accounts.human.Human;
import dev.agora.accounts.human.HumanId;
import dev.agora.accounts.human.JdbcHumans;
import dev.agora.accounts.passkey.RegisterPasskeyResult.NotAccepted;
import dev.agora.accounts.passkey.RegisterPasskeyResult.Registered;
import dev.agora.accounts.passkey.RegisterPasskeyResult.TooMany;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.page.Page;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** One's own passkeys. */
@RestController
class PasskeyController {

  private final JdbcHumans humans;
  private final JdbcPasskeys passkeys;
  private final OfferChallenge offerChallenge;
  private final RegisterPasskey registerPasskey;
  private final StorePasskey storePasskey;

  PasskeyController(
      JdbcHumans humans,
      JdbcPasskeys passkeys,
      OfferChallenge offerChallenge,
      RegisterPasskey registerPasskey,
      StorePasskey storePasskey) {
    this.humans = humans;
    this.passkeys = passkeys;
    this.offerChallenge = offerChallenge;
    this.registerPasskey = registerPasskey;
    this.storePasskey = storePasskey;
  }

  record ChallengeResponse(CreateOptions publicKey) {}

  record RegisterRequest(
      @NotBlank
          @Size(max = 100)
          @Pattern(regexp = "\\P{Cntrl}*", message = "must not contain control characters")
          String name,
      @NotNull JsonNode credential) {}

  record PasskeyResponse(
      String id, String name, boolean backedUp, Instant createdAt, @Nullable Instant usedAt) {

    static PasskeyResponse of(Passkey passkey) {
      return new PasskeyResponse(
          passkey.id(), passkey.name(), passkey.backedUp(), passkey.createdAt(), passkey.usedAt());
    }
  }

  @GetMapping("/api/v1/me/passkeys")
  @AllowedTo(Role.HUMAN)
  Page<PasskeyResponse> list(Caller caller) {
    return new Page<>(
        passkeys.of(new HumanId(caller.id())).stream().map(PasskeyResponse::of).toList(), null);
  }

  @PostMapping("/api/v1/me/passkeys/challenge")
  @AllowedTo(value = Role.HUMAN, fresh = true)
  ResponseEntity<?> challenge(Caller caller) {
    return known(
        caller,
        human ->
            ResponseEntity.status(HttpStatus.CREATED)
                .body(new ChallengeResponse(offerChallenge.toRegister(human))));
  }

  @PostMapping("/api/v1/me/passkeys")
  @AllowedTo(value = Role.HUMAN, fresh = true)
  ResponseEntity<?> register(Caller caller, @Valid @RequestBody RegisterRequest request) {
    return known(
        caller,
        human ->
            answer(registerPasskey.register(human, request.name().strip(), request.credential())));
  }

  /** Whether it is the last one is known only when it is gone, so each takes a fresh sign-in. */
  @DeleteMapping("/api/v1/me/passkeys/{id}")
  @AllowedTo(value = Role.HUMAN, fresh = true)
  ResponseEntity<?> remove(Caller caller, @PathVariable String id) {
    return known(
        caller,
        human ->
            storePasskey.remove(id, human)
                ? ResponseEntity.noContent().build()
                : Problems.answer(
                    Problem.of(CommonProblem.NOT_FOUND, "You have no such passkey.")));
  }

  private static ResponseEntity<?> answer(RegisterPasskeyResult result) {
    return switch (result) {
      case Registered(Passkey passkey) ->
          ResponseEntity.created(URI.create("/api/v1/me/passkeys/" + passkey.id()))
              .body(PasskeyResponse.of(passkey));
      case NotAccepted() ->
          Problems.answer(
              Problem.of(AccountsProblem.WRONG_PASSKEY, "Ask for a new challenge.")
                  .at("/credential", "is no passkey made for this page, human and challenge"));
      case TooMany(int max) ->
          Problems.answer(
              Problem.of(AccountsProblem.TOO_MANY_PASSKEYS, "You may have " + max + " passkeys.")
                  .withRemedy("Remove one that is not used."));
    };
  }

  private ResponseEntity<?> known(Caller caller, Function<Human, ResponseEntity<?>> answer) {
    Optional<Human> human = humans.find(new HumanId(caller.id()));
    return human
        .<ResponseEntity<?>>map(answer)
        .orElseGet(
            () -> Problems.answer(Problem.of(CommonProblem.NOT_FOUND, "You are not known here.")));
  }
}
