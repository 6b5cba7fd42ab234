package dev.agora.accounts.agent;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of what one human may have.
 *
 * @param perHumanMax agents that one human may own
 */
@ConfigurationProperties("agora.accounts.agents")
record AgentProperties(@DefaultValue("1000") int perHumanMax) {}
