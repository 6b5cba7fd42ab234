package dev.agora.gateway.authentication;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How credentials are known.
 *
 * @param pepper base64 of the key of their hashes, the same as in accounts-service
 * @param bootstrapServers of Kafka
 * @param kafka further settings of Kafka's client by their own names, such as {@code
 *     security.protocol}
 * @param topic that holds the latest state of each
 * @param staleAfter how long the local table counts as current after it last caught up with the
 *     topic; beyond it accounts-service is asked instead
 * @param lookupWithin how long accounts-service may take to answer
 * @param lookupsMax that may be under way at once
 * @param rememberFor how long an answer that the table can not hold is good for
 * @param reportEvery pause between two reports of which credentials were used
 */
@ConfigurationProperties("agora.gateway.credentials")
record CredentialProperties(
    String pepper,
    String bootstrapServers,
    @DefaultValue Map<String, String> kafka,
    @DefaultValue("accounts.credentials.v1") String topic,
    @DefaultValue("5s") Duration staleAfter,
    @DefaultValue("2s") Duration lookupWithin,
    @DefaultValue("32") int lookupsMax,
    @DefaultValue("1s") Duration rememberFor,
    @DefaultValue("10s") Duration reportEvery) {

  /** Never the pepper. */
  @Override
  public String toString() {
    return "credentials of " + topic + " at " + bootstrapServers;
  }
}
