package dev.agora.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.infrastructure.Database;
import dev.agora.support.RealParts;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@RealParts
class JdbcAgentsIT {

  private static final AgentId ID = new AgentId("agt_" + "1".repeat(32));
  private static final Agent CLAIMED = new Agent(ID, "hum_1", "ACTIVE", 2);

  private static Agents agents(Database database) {
    var source = new DriverManagerDataSource(database.url(), database.user(), database.password());
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration/agents")
        .load()
        .migrate();
    return new JdbcAgents(JdbcClient.create(source));
  }

  @Test
  void theNewestVersionStaysWhateverComesAfterIt(Database database) {
    Agents agents = agents(database);
    assertThat(agents.find(ID)).isEmpty();
    agents.learn(CLAIMED);
    agents.learn(new Agent(ID, null, "ACTIVE", 1));
    assertThat(agents.find(ID)).contains(CLAIMED);
    assertThat(agents.await(ID)).contains(CLAIMED);
    assertThat(agents.awaitOwned(ID.value(), "hum_1")).contains(CLAIMED);
    assertThat(agents.awaitOwned(ID.value(), "hum_2")).isEmpty();
    assertThat(agents.awaitOwned("nonsense", "hum_1")).isEmpty();
    Agent closed = new Agent(ID, "hum_1", "CLOSED", 3);
    agents.learn(closed);
    assertThat(agents.find(ID)).contains(closed);
  }
}
