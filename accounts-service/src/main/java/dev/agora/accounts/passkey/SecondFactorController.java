package dev.agora.accounts.passkey;

import dev.agora.accounts.AccountsProblem;
import dev.agora.accounts.human.Human;
import dev.agora.accounts.human.HumanId;
import dev.agora.accounts.human.JdbcHumans;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Whether one's own password is enough, and what to do when all devices are lost. */
@RestController
class SecondFactorController {

  private final JdbcHumans humans;
  private final JdbcPasskeys passkeys;
  private final JdbcSecondFactors secondFactors;
  private final ChangeSecondFactor changeSecondFactor;
  private final RecoveryCodes recoveryCodes;

  SecondFactorController(
      JdbcHumans humans,
      JdbcPasskeys passkeys,
      JdbcSecondFactors secondFactors,
      ChangeSecondFactor changeSecondFactor,
      RecoveryCodes recoveryCodes) {
    this.humans = humans;
    this.passkeys = passkeys;
    this.secondFactors = secondFactors;
    this.changeSecondFactor = changeSecondFactor;
    this.recoveryCodes = recoveryCodes;
  }

  record ChangeRequest(@NotNull Boolean required) {}

  record SecondFactorResponse(boolean required, int passkeys, int recoveryCodesLeft) {}

  record CodesResponse(List<String> codes) {

    /** Never the codes. */
    @Override
    public String toString() {
      return codes.size() + " codes";
    }
  }

  @GetMapping("/api/v1/me/second-factor")
  @AllowedTo(Role.HUMAN)
  SecondFactorResponse show(Caller caller) {
    HumanId human = new HumanId(caller.id());
    return new SecondFactorResponse(
        secondFactors.isRequired(human), passkeys.of(human).size(), secondFactors.codesLeft(human));
  }

  @PutMapping("/api/v1/me/second-factor")
  @AllowedTo(value = Role.HUMAN, fresh = true)
  ResponseEntity<?> change(Caller caller, @Valid @RequestBody ChangeRequest request) {
    Optional<Human> human = humans.find(new HumanId(caller.id()));
    if (human.isEmpty()) {
      return unknown();
    }
    return changeSecondFactor.change(human.get(), request.required())
        ? ResponseEntity.ok(show(caller))
        : Problems.answer(
            Problem.of(AccountsProblem.PASSKEY_NEEDED, "You have no passkey to show.")
                .withRemedy("Make one at /api/v1/me/passkeys."));
  }

  @PostMapping("/api/v1/me/recovery-codes")
  @AllowedTo(value = Role.HUMAN, fresh = true)
  ResponseEntity<?> makeCodes(Caller caller) {
    return humans
        .find(new HumanId(caller.id()))
        .<ResponseEntity<?>>map(
            human ->
                ResponseEntity.status(HttpStatus.CREATED)
                    .body(new CodesResponse(recoveryCodes.make(human))))
        .orElseGet(SecondFactorController::unknown);
  }

  private static ResponseEntity<?> unknown() {
    return Problems.answer(Problem.of(CommonProblem.NOT_FOUND, "You are not known here."));
  }
}
