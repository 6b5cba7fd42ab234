package dev.agora.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.support.ScriptedParticipant;
import org.junit.jupiter.api.Test;

/** Who changes where an owner's dollars go can not keep the owner from reading of it. */
class PayoutMailIT extends RunningAccounts {

  @Test
  void aChangedDestinationIsMailedToItsOwner() {
    String email = newEmail();
    String human = signUp(email).text("/id");

    try (ScriptedParticipant payout = ScriptedParticipant.on("payout.events.v1")) {
      payout.publish(
          "payout.events.v1",
          human,
          "payout.destination-changed",
          """
          {"humanId": "%s", "reason": "REPLACED", "restsUntil": "2026-11-23T09:30:00Z",
           "at": "2026-11-22T09:30:00Z"}
          """
              .formatted(human));
    }

    assertThat(mailTo(email, "Where your dollars go was changed")).contains("reset your password");
  }
}
