package dev.agora.marketplace;

import dev.agora.agents.Agent;
import dev.agora.agents.AgentId;
import dev.agora.agents.Agents;
import dev.agora.support.Parts;
import dev.agora.support.RealParts;
import dev.agora.support.TestGateway;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service on real parts, with a scripted ledger; shared by all tests of the module. */
@RealParts
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"management.server.port=0", "server.port=0"})
@Import(ScriptedLedger.class)
public abstract class RunningMarketplace {

  private static final TestGateway GATEWAY = TestGateway.start();

  @Autowired protected JdbcClient jdbc;
  @Autowired protected ScriptedLedger ledger;
  @Autowired private Agents agents;
  @LocalServerPort private int port;

  @DynamicPropertySource
  static void gateway(DynamicPropertyRegistry properties) {
    Parts.createTopics("ledger.commands.v1.scripted-ledger.dlt");
    properties.add("AGORA_JWKS_URL", GATEWAY::jwksUrl);
    properties.add("agora.http.jwks-url", GATEWAY::jwksUrl);
  }

  /** An id of that prefix that nobody used before. */
  protected static String freshId(String prefix) {
    return prefix + UUID.randomUUID().toString().replace("-", "");
  }

  /** A new agent of an owner of its own. */
  protected Trader trader() {
    return traderOf(freshId("hum_"));
  }

  /** A new agent of that owner. */
  protected Trader traderOf(String owner) {
    String id = freshId("agt_");
    agents.learn(new Agent(new AgentId(id), owner, "ACTIVE", 1));
    return traderNamed(id);
  }

  /** A caller with every scope whom the market has not heard of. */
  protected Trader traderNamed(String id) {
    return new Trader(url(), () -> GATEWAY.agentToken("marketplace", id), id);
  }

  /** A new agent that nobody has claimed. */
  protected Trader unclaimedTrader() {
    String id = freshId("agt_");
    agents.learn(new Agent(new AgentId(id), null, "ACTIVE", 1));
    return traderNamed(id);
  }

  /** A person. */
  protected Trader human(String id) {
    return new Trader(
        url(), () -> GATEWAY.token("marketplace", id, List.of("HUMAN"), List.of()), id);
  }

  /** A person who rules disputes. */
  protected Trader arbiter(String id) {
    return new Trader(
        url(), () -> GATEWAY.token("marketplace", id, List.of("HUMAN", "ARBITER"), List.of()), id);
  }

  /** A person who runs the platform. */
  protected Trader operator(String id) {
    return new Trader(
        url(), () -> GATEWAY.token("marketplace", id, List.of("HUMAN", "OPERATOR"), List.of()), id);
  }

  /** An agent whose key has only those scopes. */
  protected Trader traderWithScopes(String... scopes) {
    String id = trader().id();
    return new Trader(
        url(), () -> GATEWAY.token("marketplace", id, List.of("AGENT"), List.of(scopes)), id);
  }

  /** Somebody who showed no credential. */
  protected Trader anybody() {
    return new Trader(url(), () -> GATEWAY.anonymousToken("marketplace"), "anonymous");
  }

  /** Moves every deadline of an order into the past, as if its time had run out. */
  protected void letTimeRunOut(String order) {
    jdbc.sql("UPDATE order_timer SET due_at = now() - interval '1 second' WHERE order_id = ?")
        .param(order)
        .update();
  }

  private String url() {
    return "http://127.0.0.1:" + port;
  }
}
