package dev.agora.accounts.session;

import dev.agora.accounts.AccountsProblem;
import dev.agora.accounts.attempt.RetryLater;
import dev.agora.accounts.credential.CurrentCredential;
import dev.agora.accounts.human.Human;
import dev.agora.accounts.human.HumanId;
import dev.agora.accounts.human.JdbcHumans;
import dev.agora.accounts.passkey.OfferChallenge;
import dev.agora.accounts.passkey.SignOptions;
import dev.agora.accounts.session.StepUpResult.Busy;
import dev.agora.accounts.session.StepUpResult.NoSession;
import dev.agora.accounts.session.StepUpResult.SecondFactorNeeded;
import dev.agora.accounts.session.StepUpResult.SteppedUp;
import dev.agora.accounts.session.StepUpResult.TooManyAttempts;
import dev.agora.accounts.session.StepUpResult.WrongPasskey;
import dev.agora.accounts.session.StepUpResult.WrongPassword;
import dev.agora.accounts.session.StepUpResult.WrongRecoveryCode;
import dev.agora.audit.Source;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Showing once more who one is, in the session that goes on. */
@RestController
class StepUpController {

  private final JdbcHumans humans;
  private final OfferChallenge offerChallenge;
  private final StepUp stepUp;

  StepUpController(JdbcHumans humans, OfferChallenge offerChallenge, StepUp stepUp) {
    this.humans = humans;
    this.offerChallenge = offerChallenge;
    this.stepUp = stepUp;
  }

  record ChallengeResponse(SignOptions publicKey) {}

  /**
   * What is shown.
   *
   * @param credential a signed challenge, or
   * @param password the password, and where it is not enough
   * @param recoveryCode one of the codes
   */
  record StepUpRequest(
      @Nullable JsonNode credential,
      @Size(max = 128) @Nullable String password,
      @Size(max = 100) @Nullable String recoveryCode) {

    /** Never what is shown. */
    @Override
    public String toString() {
      return "step-up";
    }
  }

  record StepUpResponse(Instant authenticatedAt) {}

  @PostMapping("/api/v1/me/step-up/challenge")
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> challenge(Caller caller) {
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(new ChallengeResponse(offerChallenge.toStepUp(new HumanId(caller.id()))));
  }

  @PostMapping("/api/v1/me/step-up")
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> stepUp(
      Caller caller,
      @Valid @RequestBody StepUpRequest request,
      @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
      @RequestHeader(name = Source.HEADER, required = false) @Nullable String source) {
    Optional<Human> human = humans.find(new HumanId(caller.id()));
    if (human.isEmpty()) {
      return Problems.answer(Problem.of(CommonProblem.NOT_FOUND, "You are not known here."));
    }
    StepUp.Request session =
        new StepUp.Request(
            human.get(), CurrentCredential.of(authorization).orElse(""), Source.of(source));
    JsonNode credential = request.credential();
    String password = request.password();
    if (credential != null) {
      return answer(stepUp.withPasskey(session, credential));
    }
    if (password != null) {
      return answer(stepUp.withPassword(session, password, request.recoveryCode()));
    }
    return Problems.answer(
        Problem.of(CommonProblem.INVALID_REQUEST, "Nothing was shown.")
            .at("/credential", "is missing, or else password is"));
  }

  private static ResponseEntity<?> answer(StepUpResult result) {
    return switch (result) {
      case SteppedUp(Instant at) -> ResponseEntity.ok(new StepUpResponse(at));
      case WrongPassword() ->
          Problems.answer(
              Problem.of(AccountsProblem.WRONG_PASSWORD, "Nothing was changed.")
                  .at("/password", "is not your password"));
      case WrongPasskey() -> SignInAnswers.wrongPasskey();
      case WrongRecoveryCode() -> SignInAnswers.wrongRecoveryCode();
      case SecondFactorNeeded() ->
          Problems.answer(
              Problem.of(
                      AccountsProblem.SECOND_FACTOR_REQUIRED,
                      "You want more than a password to be shown.")
                  .withRemedy("Show a passkey, or send a recoveryCode with the password."));
      case TooManyAttempts(Duration pause) -> RetryLater.in(pause);
      case Busy() -> Problems.answer(Problem.of(AccountsProblem.BUSY, "Try again in a moment."));
      case NoSession() ->
          Problems.answer(Problem.of(CommonProblem.NOT_FOUND, "This session is over."));
    };
  }
}
