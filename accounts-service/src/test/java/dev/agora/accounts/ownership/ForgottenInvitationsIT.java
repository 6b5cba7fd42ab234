package dev.agora.accounts.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.accounts.RunningAccounts;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An address that nobody has is not kept for longer than the invitation is good. */
@SuppressWarnings("NullAway.Init") // injected
class ForgottenInvitationsIT extends RunningAccounts {

  @Autowired private JdbcInvitations invitations;

  @Test
  void onlyThoseThatNobodyCanAcceptAreForgotten() {
    String owner = newHuman();
    String agent = newAgent(owner);
    String late = invite(owner, agent);
    String good = invite(owner, agent);
    jdbc.sql("UPDATE invitation SET expires_at = now() - interval '1 s' WHERE id = :id")
        .param("id", late)
        .update();

    invitations.forgetExpired(Instant.now());

    assertThat(kept(agent)).containsExactly(good);
  }

  private String invite(String owner, String agent) {
    String body = "{\"email\":\"%s\",\"primary\":false}".formatted(newEmail());
    return api.human(owner, "POST", "/api/v1/agents/" + agent + "/humans", body).text("/id");
  }

  private List<String> kept(String agent) {
    return jdbc.sql("SELECT id FROM invitation WHERE agent_id = :agent")
        .param("agent", agent)
        .query((row, number) -> row.getString("id"))
        .list();
  }
}
