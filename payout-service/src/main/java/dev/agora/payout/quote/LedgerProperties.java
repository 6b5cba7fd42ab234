package dev.agora.payout.quote;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ledger is asked for what a quote shows of it.
 *
 * @param url scheme, host and port, without a path
 * @param connectWithin for one attempt to connect
 * @param answerWithin how long a quote waits at most; then it goes without
 * @param questionsMax asked at once; further quotes go without
 */
@ConfigurationProperties("agora.payout.ledger")
record LedgerProperties(
    URI url,
    @DefaultValue("250ms") Duration connectWithin,
    @DefaultValue("1s") Duration answerWithin,
    @DefaultValue("16") int questionsMax) {}
