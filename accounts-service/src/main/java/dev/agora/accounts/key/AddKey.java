package dev.agora.accounts.key;

import dev.agora.accounts.agent.AgentId;
import dev.agora.accounts.agent.JdbcAgents;
import dev.agora.accounts.credential.IssueCredential;
import dev.agora.accounts.credential.JdbcCredentials;
import dev.agora.accounts.credential.NewCredential;
import dev.agora.accounts.human.HumanId;
import dev.agora.accounts.key.AddKeyResult.Added;
import dev.agora.accounts.key.AddKeyResult.NoSuchAgent;
import dev.agora.accounts.key.AddKeyResult.TooManyKeys;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives an agent a further key, so that one can be exchanged for another without a pause. */
@Service
class AddKey {

  private final JdbcAgents agents;
  private final JdbcCredentials credentials;
  private final IssueCredential issueCredential;
  private final KeyProperties properties;

  AddKey(
      JdbcAgents agents,
      JdbcCredentials credentials,
      IssueCredential issueCredential,
      KeyProperties properties) {
    this.agents = agents;
    this.credentials = credentials;
    this.issueCredential = issueCredential;
    this.properties = properties;
  }

  @Transactional
  AddKeyResult add(
      AgentId agent,
      HumanId owner,
      List<String> scopes,
      @Nullable String name,
      @Nullable Instant expiresAt,
      List<String> ipRanges) {
    // The locked agent keeps two requests at once from passing the bound together.
    if (agents.lockOwned(agent, owner).isEmpty()) {
      return new NoSuchAgent();
    }
    if (credentials.keysOf(agent.value()).size() >= properties.perAgentMax()) {
      return new TooManyKeys(properties.perAgentMax());
    }
    return new Added(
        issueCredential.issue(
            NewCredential.keyOf(agent.value(), scopes, name, expiresAt, ipRanges)));
  }
}
