package dev.agora.gateway.route;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bounds of the connections to the services.
 *
 * @param connectTimeout for one attempt to connect
 * @param connectionsMax per service
 * @param waitingMax requests per service that may wait for a connection
 * @param waitTimeout how long one may wait for it
 * @param idleMax how long an unused connection is kept; below the services' own keep-alive of 60 s,
 *     so that a request never meets a connection that is being closed
 * @param lifeMax how old a connection may be that a request is sent over; less than a stopping
 *     replica still takes requests (preStop of the manifests), so that none meets one that no
 *     longer does, and new replicas get their share
 * @param answerMax no service may take longer to answer, whatever its route says
 * @param breaker when a service that fails is left alone
 */
@ConfigurationProperties("agora.gateway.upstream")
record UpstreamProperties(
    @DefaultValue("1s") Duration connectTimeout,
    @DefaultValue("256") int connectionsMax,
    @DefaultValue("1024") int waitingMax,
    @DefaultValue("2s") Duration waitTimeout,
    @DefaultValue("30s") Duration idleMax,
    @DefaultValue("5s") Duration lifeMax,
    @DefaultValue("30s") Duration answerMax,
    @DefaultValue Breaker breaker) {

  /**
   * When a breaker opens. Only failures to get an answer count, never an answer's status.
   *
   * @param window number of last requests looked at
   * @param callsMin requests before it may open
   * @param failurePercent share of failures that opens it
   * @param openFor how long it stays open before it tries again
   * @param trialCalls requests let through to try
   */
  record Breaker(
      @DefaultValue("50") int window,
      @DefaultValue("10") int callsMin,
      @DefaultValue("50") int failurePercent,
      @DefaultValue("2s") Duration openFor,
      @DefaultValue("5") int trialCalls) {}
}
