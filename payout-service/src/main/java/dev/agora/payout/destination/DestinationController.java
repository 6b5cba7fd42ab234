package dev.agora.payout.destination;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.payout.PayoutProblem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a person is paid. Agents have no say in it. */
@RestController
class DestinationController {

  private static final String PATH = "/api/v1/payouts/account";

  private final SetUpDestination setUpDestination;
  private final ReplaceDestination replaceDestination;
  private final Destinations destinations;
  private final InstantSource clock;

  DestinationController(
      SetUpDestination setUpDestination,
      ReplaceDestination replaceDestination,
      Destinations destinations,
      InstantSource clock) {
    this.setUpDestination = setUpDestination;
    this.replaceDestination = replaceDestination;
    this.destinations = destinations;
    this.clock = clock;
  }

  /**
   * The account as its owner sees it.
   *
   * @param onboardingUrl good once and for minutes; null where there is nothing to complete
   * @param restsUntil before which nothing new goes there; null if it does not rest
   */
  record AccountAnswer(
      PayoutAccountStatus status, @Nullable String onboardingUrl, @Nullable Instant restsUntil) {}

  /**
   * How the account stands.
   *
   * @param nextStep what the owner does next; null if nothing
   */
  record StatusAnswer(
      PayoutAccountStatus status, @Nullable String nextStep, @Nullable Instant restsUntil) {}

  @PostMapping(PATH)
  @AllowedTo(value = Role.HUMAN, fresh = true)
  ResponseEntity<?> setUp(Caller caller) {
    return answer(setUpDestination.setUp(caller.id()));
  }

  @PostMapping(PATH + "/replacement")
  @AllowedTo(value = Role.HUMAN, fresh = true)
  ResponseEntity<?> replace(Caller caller) {
    return answer(replaceDestination.replace(caller.id()));
  }

  @GetMapping(PATH)
  @AllowedTo(Role.HUMAN)
  StatusAnswer account(Caller caller) {
    Optional<PayoutAccount> known = destinations.known(caller.id());
    return known
        .map(account -> account.isReady() ? account : fresh(account))
        .map(
            account ->
                new StatusAnswer(
                    account.status(),
                    account.status().nextStep(),
                    account.restingAt(clock.instant())))
        .orElseGet(
            () ->
                new StatusAnswer(
                    PayoutAccountStatus.NONE, PayoutAccountStatus.NONE.nextStep(), null));
  }

  private PayoutAccount fresh(PayoutAccount account) {
    return destinations.refresh(account).orElse(account);
  }

  private ResponseEntity<?> answer(DestinationResult result) {
    return switch (result) {
      case DestinationResult.SetUp(PayoutAccount account, String url) ->
          ResponseEntity.status(url == null ? HttpStatus.OK : HttpStatus.CREATED)
              .body(new AccountAnswer(account.status(), url, account.restingAt(clock.instant())));
      case DestinationResult.PersonUnknown _ ->
          Problems.answer(
              Problem.of(CommonProblem.NOT_FOUND, "There is no such person; ask again shortly."));
      case DestinationResult.NoAccount _ ->
          Problems.answer(
              Problem.of(PayoutProblem.PAYOUT_ACCOUNT_REQUIRED, "There is none to replace.")
                  .withRemedy("Open one: POST " + PATH));
      case DestinationResult.ProviderUnavailable _ ->
          Problems.answer(
              Problem.of(PayoutProblem.STRIPE_UNAVAILABLE, "Nothing changed; ask again shortly."));
    };
  }
}
