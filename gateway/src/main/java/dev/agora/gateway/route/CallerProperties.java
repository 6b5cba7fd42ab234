package dev.agora.gateway.route;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bounds of callers that send slowly; beyond them their connection is closed.
 *
 * @param requestWithin how long a whole request may take to arrive
 * @param readWithin the longest silence in the middle of one; shorter than services have to answer
 */
@ConfigurationProperties("agora.gateway.callers")
record CallerProperties(
    @DefaultValue("30s") Duration requestWithin, @DefaultValue("5s") Duration readWithin) {}
