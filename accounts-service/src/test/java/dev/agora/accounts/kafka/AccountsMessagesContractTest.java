package dev.agora.accounts.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.accounts.agent.Agent;
import dev.agora.accounts.agent.AgentId;
import dev.agora.accounts.agent.AgentStatus;
import dev.agora.accounts.alert.AgentFigures;
import dev.agora.accounts.audit.ActDone;
import dev.agora.accounts.credential.Credential;
import dev.agora.accounts.credential.CredentialKind;
import dev.agora.accounts.human.Human;
import dev.agora.accounts.human.HumanId;
import dev.agora.accounts.kafka.OutboxAgentEvents.AgentChanged;
import dev.agora.accounts.kafka.OutboxCredentialEvents.CredentialChanged;
import dev.agora.accounts.kafka.OutboxHumanEvents.HumanChanged;
import dev.agora.accounts.kafka.OutboxHumanEvents.HumanDeleted;
import dev.agora.messaging.WireJson;
import dev.agora.money.Credits;
import dev.agora.support.Contracts;
import dev.agora.support.Contracts.Example;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AccountsMessagesContractTest {

  private static final WireJson WIRE = new WireJson();
  private static final Instant AT = Instant.parse("2026-11-22T09:30:00.123456Z");
  private static final HumanId HUMAN = new HumanId("hum_01939c5e7a4b7c3d8e9f0a1b2c3d4e01");
  private static final AgentId AGENT =
      AgentId.of(UUID.fromString("01939c5e-7a4b-7c3d-8e9f-0a1b2c3d4e5f"));

  static Stream<Arguments> examples() {
    return Stream.of(
            examples("accounts.agent-changed", AgentChanged.class),
            examples("accounts.human-changed", HumanChanged.class),
            examples("accounts.human-deleted", HumanDeleted.class),
            examples("accounts.credential-changed", CredentialChanged.class))
        .flatMap(arguments -> arguments);
  }

  private static Stream<Arguments> examples(String type, Class<?> wireType) {
    return Contracts.examples(type).stream().map(example -> Arguments.of(type, example, wireType));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsWhatThisServiceWrites(String type, Example example, Class<?> wireType) {
    Contracts.validate(type, example.json());

    String written = WIRE.writeText(WIRE.readText(example.json(), wireType));

    Contracts.validate(type, written);
    assertThat(written).isEqualToIgnoringWhitespace(example.json());
  }

  @Test
  void whatBecomesOfAnAgentFitsItsSchema() {
    Agent claimed = Agent.create(AGENT, "Ada's researcher", null, HUMAN, AT);
    Agent unclaimed = Agent.create(AGENT, "Nobody's agent", "of no use", null, AT);

    for (Agent agent : List.of(claimed, unclaimed)) {
      Contracts.validate("accounts.agent-changed", WIRE.writeText(AgentChanged.of(agent, AT)));
    }
  }

  @Test
  void whatBecomesOfAHumanFitsItsSchema() {
    Human human = new Human(HUMAN, "ada@example.org", true, "Ada", 1, AT);

    Contracts.validate("accounts.human-changed", WIRE.writeText(HumanChanged.of(human, AT)));
  }

  @Test
  void whatBecomesOfACredentialFitsItsSchema() {
    Credential session =
        new Credential(
            "0123456789abcdef",
            CredentialKind.SESSION,
            "A".repeat(43),
            HUMAN.value(),
            List.of("HUMAN"),
            List.of(),
            null,
            AT,
            AT,
            2,
            AT,
            AT,
            List.of());

    String written = WIRE.writeText(CredentialChanged.of(session));

    Contracts.validate("accounts.credential-changed", written);
    assertThat(written).contains("\"revoked\":true", "\"version\":2");
  }

  @Test
  void whatWasDoneElsewhereIsRead() {
    ActDone done = WIRE.readText(Contracts.example("accounts.act-done"), ActDone.class);

    assertThat(done.actor()).isEqualTo(HUMAN.value());
    assertThat(done.after()).containsEntry("status", "FROZEN");
  }

  @Test
  void whatTheLedgerPostedIsReadAsFigures() {
    LedgerEvents.TransactionsPosted event =
        WIRE.readText(
            Contracts.example("ledger.transactions-posted"), LedgerEvents.TransactionsPosted.class);

    assertThat(event.figures())
        .containsExactly(
            new AgentFigures(AGENT, Credits.of(80), Credits.of(20), Credits.of(70), 7, AT),
            new AgentFigures(
                new AgentId("agt_01939c5e7a4b7c3d8e9f0a1b2c3d4e60"),
                Credits.of(19),
                Credits.ZERO,
                Credits.ZERO,
                1,
                AT));
  }

  @Test
  void whatTheLedgerTellsIsRead() {
    LedgerEvents.AgentStatusChanged event =
        WIRE.readText(
            Contracts.example("ledger.agent-status-changed"),
            LedgerEvents.AgentStatusChanged.class);

    assertThat(new AgentId(event.agentId())).isEqualTo(AGENT);
    assertThat(AgentStatus.valueOf(event.status())).isEqualTo(AgentStatus.FROZEN);
    assertThat(event.version()).isEqualTo(1);
  }

  @Test
  void whatPayoutTellsIsRead() {
    PayoutEvents.DestinationChanged event =
        WIRE.readText(
            Contracts.example("payout.destination-changed"), PayoutEvents.DestinationChanged.class);

    assertThat(new HumanId(event.humanId())).isEqualTo(HUMAN);
  }
}
