package dev.agora.payout.destination;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.payout.PayoutProblem;
import dev.agora.payout.destination.SetUpDestination.Result;
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
  private final Destinations destinations;

  DestinationController(SetUpDestination setUpDestination, Destinations destinations) {
    this.setUpDestination = setUpDestination;
    this.destinations = destinations;
  }

  /**
   * The account as its owner sees it.
   *
   * @param onboardingUrl good once and for minutes; null where there is nothing to complete
   */
  record AccountAnswer(PayoutAccountStatus status, @Nullable String onboardingUrl) {}

  record StatusAnswer(PayoutAccountStatus status) {}

  @PostMapping(PATH)
  @AllowedTo(value = Role.HUMAN, fresh = true)
  ResponseEntity<?> setUp(Caller caller) {
    return switch (setUpDestination.setUp(caller.id())) {
      case Result.SetUp(PayoutAccount account, String url) ->
          ResponseEntity.status(url == null ? HttpStatus.OK : HttpStatus.CREATED)
              .body(new AccountAnswer(account.status(), url));
      case Result.PersonUnknown _ ->
          Problems.answer(
              Problem.of(CommonProblem.NOT_FOUND, "There is no such person; ask again shortly."));
      case Result.ProviderUnavailable _ ->
          Problems.answer(
              Problem.of(PayoutProblem.STRIPE_UNAVAILABLE, "Nothing changed; ask again shortly."));
    };
  }

  @GetMapping(PATH)
  @AllowedTo(Role.HUMAN)
  StatusAnswer account(Caller caller) {
    Optional<PayoutAccount> known = destinations.known(caller.id());
    return new StatusAnswer(
        known
            .map(account -> account.isReady() ? account : fresh(account))
            .map(PayoutAccount::status)
            .orElse(PayoutAccountStatus.NONE));
  }

  private PayoutAccount fresh(PayoutAccount account) {
    return destinations.refresh(account).orElse(account);
  }
}
