package dev.agora.accounts.session;

import dev.agora.accounts.passkey.OfferChallenge;
import dev.agora.accounts.passkey.SignOptions;
import dev.agora.accounts.session.SignInWithPasskey.Place;
import dev.agora.audit.Source;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Role;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Signing in with a passkey, alone or beside a password. */
@RestController
class PasskeySessionController {

  private final OfferChallenge offerChallenge;
  private final SignInWithPasskey signIn;

  PasskeySessionController(OfferChallenge offerChallenge, SignInWithPasskey signIn) {
    this.offerChallenge = offerChallenge;
    this.signIn = signIn;
  }

  record ChallengeResponse(SignOptions publicKey) {}

  record PasskeyRequest(@NotNull JsonNode credential) {

    /** Never what was signed. */
    @Override
    public String toString() {
      return "passkey";
    }
  }

  /**
   * What is shown beside the password.
   *
   * @param credential a signed challenge, or
   * @param challenge the challenge itself with
   * @param recoveryCode one of the codes
   */
  record SecondFactorRequest(
      @Nullable JsonNode credential,
      @Size(max = 100) @Nullable String challenge,
      @Size(max = 100) @Nullable String recoveryCode) {

    /** Never the code. */
    @Override
    public String toString() {
      return "second factor";
    }
  }

  @PostMapping("/api/v1/sessions/passkey/challenge")
  @AllowedTo({Role.ANONYMOUS, Role.HUMAN, Role.AGENT})
  ResponseEntity<?> challenge() {
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(new ChallengeResponse(offerChallenge.toSignIn()));
  }

  @PostMapping("/api/v1/sessions/passkey")
  @AllowedTo({Role.ANONYMOUS, Role.HUMAN, Role.AGENT})
  ResponseEntity<?> signIn(
      @Valid @RequestBody PasskeyRequest request,
      @RequestHeader(name = Source.HEADER, required = false) @Nullable String source,
      @RequestHeader(name = HttpHeaders.USER_AGENT, defaultValue = "") String client) {
    return SignInAnswers.of(signIn.alone(request.credential(), place(source, client)));
  }

  @PostMapping("/api/v1/sessions/second-factor")
  @AllowedTo({Role.ANONYMOUS, Role.HUMAN, Role.AGENT})
  ResponseEntity<?> addSecondFactor(
      @Valid @RequestBody SecondFactorRequest request,
      @RequestHeader(name = Source.HEADER, required = false) @Nullable String source,
      @RequestHeader(name = HttpHeaders.USER_AGENT, defaultValue = "") String client) {
    JsonNode credential = request.credential();
    String challenge = request.challenge();
    String code = request.recoveryCode();
    if (credential != null) {
      return SignInAnswers.of(signIn.asSecondFactor(credential, place(source, client)));
    }
    if (challenge == null || code == null) {
      return Problems.answer(
          Problem.of(CommonProblem.INVALID_REQUEST, "Nothing was shown.")
              .at("/credential", "is missing, or else challenge and recoveryCode are"));
    }
    return SignInAnswers.of(signIn.withRecoveryCode(challenge, code, place(source, client)));
  }

  private static Place place(@Nullable String source, String client) {
    return new Place(Source.of(source), SignInAnswers.plain(client));
  }
}
