package dev.agora.accounts.key;

import dev.agora.accounts.agent.AgentId;
import dev.agora.accounts.agent.JdbcAgents;
import dev.agora.accounts.credential.CredentialKind;
import dev.agora.accounts.credential.RevokeCredential;
import dev.agora.accounts.human.HumanId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends a key of an agent. */
@Service
class RevokeKey {

  private final JdbcAgents agents;
  private final RevokeCredential revokeCredential;

  RevokeKey(JdbcAgents agents, RevokeCredential revokeCredential) {
    this.agents = agents;
    this.revokeCredential = revokeCredential;
  }

  /** False if the human has no such agent, or the agent no such key. */
  @Transactional
  boolean revoke(AgentId agent, HumanId owner, String keyId) {
    return agents.lockOwned(agent, owner).isPresent()
        && revokeCredential.revoke(keyId, CredentialKind.KEY, agent.value());
  }
}
