package dev.agora.accounts.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.accounts.RunningAccounts;
import dev.agora.accounts.human.HumanId;
import dev.agora.audit.Source;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a password opens while it is being changed. */
class StartSessionIT extends RunningAccounts {

  @Autowired
  @SuppressWarnings("NullAway.Init") // injected
  private StartSession startSession;

  @Test
  void noSessionBeginsWithAPasswordThatWasChangedMeanwhile() {
    HumanId human = new HumanId(newHuman());
    assertThat(startSession.start(human, 1, "password", Source.UNKNOWN, "test")).isPresent();

    jdbc.sql("UPDATE human SET password_version = 2 WHERE id = :id")
        .param("id", human.value())
        .update();

    assertThat(startSession.start(human, 1, "password", Source.UNKNOWN, "test")).isEmpty();
  }
}
