package dev.agora.accounts.webhook;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How humans' programs are called.
 *
 * @param privateAddresses whether they may be on this machine and in private networks, and without
 *     TLS; on one machine only
 * @param connectWithin until the connection stands
 * @param answerWithin until the answer has begun, from the start
 * @param failingAfter for so long one has taken no call before it counts as failing
 * @param countEvery pause between two counts of those that fail
 */
@ConfigurationProperties("agora.accounts.webhook")
record WebhookProperties(
    @DefaultValue("false") boolean privateAddresses,
    @DefaultValue("3s") Duration connectWithin,
    @DefaultValue("10s") Duration answerWithin,
    @DefaultValue("1h") Duration failingAfter,
    @DefaultValue("30s") Duration countEvery) {}
