package dev.agora.billing.topup;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.agora.agents.Agent;
import dev.agora.agents.Agents;
import dev.agora.billing.BillingProblem;
import dev.agora.billing.pricing.PriceResult;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** An owner's rule for topping an agent up. */
@RestController
class AutoTopUpController {

  private static final String PATH = "/api/v1/agents/{id}/auto-top-up";
  private final SetAutoTopUp setAutoTopUp;
  private final Agents agents;

  AutoTopUpController(SetAutoTopUp setAutoTopUp, Agents agents) {
    this.setAutoTopUp = setAutoTopUp;
    this.agents = agents;
  }

  /** Either a package or an amount. */
  record AutoTopUpRequest(
      @NotNull Credits threshold,
      @JsonProperty("package") @Nullable @Size(max = 64) String packageId,
      @Nullable Usd amountUsd,
      @NotNull Usd monthlyCeilingUsd,
      @NotNull @Size(max = 64) String paymentMethod) {}

  @PutMapping(PATH)
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> set(
      Caller caller, @PathVariable String id, @Valid @RequestBody AutoTopUpRequest request) {
    Optional<Agent> agent = ownAgent(caller, id);
    if (agent.isEmpty()) {
      return agentUnknown();
    }
    SetAutoTopUp.Wish wish =
        new SetAutoTopUp.Wish(
            request.threshold(),
            request.packageId(),
            request.amountUsd(),
            request.monthlyCeilingUsd(),
            request.paymentMethod());
    return answer(setAutoTopUp.set(caller.id(), agent.get(), wish));
  }

  @GetMapping(PATH)
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> show(Caller caller, @PathVariable String id) {
    if (ownAgent(caller, id).isEmpty()) {
      return agentUnknown();
    }
    return setAutoTopUp
        .find(id)
        .<ResponseEntity<?>>map(rule -> ResponseEntity.ok(AutoTopUpAnswer.of(rule)))
        .orElseGet(AutoTopUpController::noRule);
  }

  @DeleteMapping(PATH)
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> remove(Caller caller, @PathVariable String id) {
    if (ownAgent(caller, id).isEmpty()) {
      return agentUnknown();
    }
    return setAutoTopUp.remove(id) ? ResponseEntity.noContent().build() : noRule();
  }

  private Optional<Agent> ownAgent(Caller caller, String id) {
    return agents.awaitOwned(id, caller.id());
  }

  private static ResponseEntity<?> answer(SetAutoTopUp.Result result) {
    return switch (result) {
      case SetAutoTopUp.Result.AgentClosed _ ->
          problem(Problem.of(BillingProblem.AGENT_CLOSED, "A closed agent can not hold credits."));
      case SetAutoTopUp.Result.PackageOrAmount _ ->
          problem(
              Problem.of(
                  BillingProblem.PACKAGE_OR_AMOUNT,
                  "Name one of package and amountUsd, not both."));
      case SetAutoTopUp.Result.NoPrice(PriceResult why) -> noPrice(why);
      case SetAutoTopUp.Result.CeilingTooLow(Usd price) ->
          problem(
              Problem.of(BillingProblem.CEILING_TOO_LOW, "One top-up is " + price + " dollars.")
                  .at("/monthlyCeilingUsd", "must be at least " + price));
      case SetAutoTopUp.Result.CardUnknown _ ->
          problem(
              Problem.of(
                      BillingProblem.PAYMENT_METHOD_NOT_USABLE,
                      "You have no saved card of that id that can be charged.")
                  .at("/paymentMethod", "is not one of your active cards"));
      case SetAutoTopUp.Result.Set(AutoTopUp rule) -> ResponseEntity.ok(AutoTopUpAnswer.of(rule));
    };
  }

  private static ResponseEntity<?> noPrice(PriceResult why) {
    return switch (why) {
      case PriceResult.NoSuchPackage(String packageId) ->
          problem(
              Problem.of(BillingProblem.PACKAGE_UNKNOWN, "There is no package " + packageId + ".")
                  .at("/package", "is not one of GET /api/v1/billing/packages"));
      case PriceResult.AmountOutOfRange(Usd min, Usd max) ->
          problem(
              Problem.of(
                      BillingProblem.AMOUNT_OUT_OF_RANGE, "Top up by " + min + " to " + max + ".")
                  .at("/amountUsd", "must be between " + min + " and " + max));
      case PriceResult.Priced _ -> throw new IllegalStateException("it has a price");
    };
  }

  private static ResponseEntity<?> agentUnknown() {
    return problem(Problem.of(BillingProblem.AGENT_UNKNOWN, "You have no agent of that id."));
  }

  private static ResponseEntity<?> noRule() {
    return problem(
        Problem.of(BillingProblem.AUTO_TOP_UP_UNKNOWN, "You have set none for this agent."));
  }

  private static ResponseEntity<?> problem(Problem problem) {
    return Problems.answer(problem);
  }
}
