package dev.agora.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.accounts.ApiClient.Answer;
import dev.agora.support.Contracts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several humans to one agent, one of whom is its owner; it takes both to change that. */
@SuppressWarnings("NullAway.Init") // set before each test
class AgentHumansIT extends RunningAccounts {

  private static final String INVITATIONS = "/api/v1/agents/invitations";

  private String owner;
  private String session;
  private String agent;
  private String humans;
  private String friendsEmail;
  private String friend;

  @BeforeEach
  void anOwnerAndAFriend() {
    String email = newEmail();
    owner = signUp(email).text("/id");
    session = newSession(email, PASSWORD);
    agent = newAgent(owner);
    humans = "/api/v1/agents/" + agent + "/humans";
    friendsEmail = newEmail();
    friend = signUp(friendsEmail).text("/id");
  }

  @Test
  void whoIsInvitedAndAcceptsSeesTheAgentAndDoesNotRunIt() {
    String invitation = invite(friendsEmail, false).text("/id");
    assertThat(seenBy(friend)).isEqualTo(404);
    assertThat(api.human(friend, "GET", INVITATIONS, "").text("/items/0/id")).isEqualTo(invitation);

    assertThat(accept(friend, invitation).text("/owner")).isEqualTo(owner);

    assertThat(seenBy(friend)).isEqualTo(200);
    assertThat(api.human(friend, "GET", "/api/v1/agents", "").text("/items/0/id")).isEqualTo(agent);
    Answer both = api.human(friend, "GET", humans, "");
    assertThat(both.text("/items/0/human")).isEqualTo(owner);
    assertThat(both.body().at("/items/0/primary").asBoolean()).isTrue();
    assertThat(both.text("/items/1/human")).isEqualTo(friend);
    assertThat(api.human(friend, "PATCH", "/api/v1/agents/" + agent, "{\"name\":\"X\"}").status())
        .isEqualTo(404);
    assertThat(accept(friend, invitation).status()).as("a second time").isEqualTo(404);
  }

  @Test
  void theOwnerChangesWhenBothAgree() {
    String invitation = invite(friendsEmail, true).text("/id");
    assertThat(ownerOfAgent(owner)).isEqualTo(owner);

    assertThat(accept(friend, invitation).text("/owner")).isEqualTo(friend);

    String told = published("accounts.agent-changed", agent);
    Contracts.validate("accounts.agent-changed", told);
    assertThat(told).contains("\"owner\":\"" + friend + "\"", "\"version\":2");
    assertThat(ownerOfAgent(owner)).as("the one before is still linked").isEqualTo(friend);
    for (String each : new String[] {owner, friend}) {
      assertThat(api.human(each, "GET", "/api/v1/audit", "").body().toString())
          .contains("OWNER_CHANGED");
    }
    assertThat(invite(friendsEmail, true).status()).as("by the one before").isEqualTo(404);
  }

  @Test
  void anInvitationIsWorthNothingOnceItsSenderIsNotTheOwner() {
    String third = newEmail();
    String thirdId = signUp(third).text("/id");
    String late = invite(third, true).text("/id");
    accept(friend, invite(friendsEmail, true).text("/id"));

    assertThat(accept(thirdId, late).status()).isEqualTo(404);
    assertThat(ownerOfAgent(friend)).isEqualTo(friend);
  }

  @Test
  void aLinkIsEndedByTheOwnerOrByWhomItConcerns() {
    accept(friend, invite(friendsEmail, false).text("/id"));
    String stranger = newHuman();

    assertThat(delete(stranger, friend).status()).isEqualTo(404);
    assertThat(delete(friend, owner).status()).isEqualTo(404);
    assertThat(delete(owner, owner).text("/code")).isEqualTo("is_owner");
    assertThat(delete(owner, friend).status()).isEqualTo(204);
    assertThat(seenBy(friend)).isEqualTo(404);

    accept(friend, invite(friendsEmail, false).text("/id"));
    assertThat(delete(friend, friend).status()).isEqualTo(204);
  }

  @Test
  void nobodyElseInvitesOrAccepts() {
    String stranger = newHuman();
    String invitation = invite(friendsEmail, true).text("/id");

    assertThat(accept(stranger, invitation).status()).isEqualTo(404);
    assertThat(api.human(stranger, "GET", humans, "").status()).isEqualTo(404);
    assertThat(api.stale(owner, "POST", humans, "{\"email\":\"a@b.c\"}").text("/code"))
        .isEqualTo("step_up_required");
    assertThat(invite("nobody-" + newEmail(), false).status()).as("whoever that is").isEqualTo(202);
  }

  private Answer invite(String email, boolean primary) {
    return inSession(
        owner,
        session,
        "POST",
        humans,
        "{\"email\":\"%s\",\"primary\":%s}".formatted(email, primary));
  }

  private Answer accept(String human, String invitation) {
    return api.human(human, "POST", INVITATIONS + "/" + invitation + "/accept", "");
  }

  private Answer delete(String caller, String human) {
    return api.human(caller, "DELETE", humans + "/" + human, "");
  }

  private int seenBy(String human) {
    return api.human(human, "GET", "/api/v1/agents/" + agent, "").status();
  }

  private String ownerOfAgent(String seenBy) {
    return api.human(seenBy, "GET", "/api/v1/agents/" + agent, "").text("/owner");
  }
}
