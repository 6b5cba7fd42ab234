package dev.agora.accounts.human;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of the work that passwords cost.
 *
 * @param atOnce passwords hashed at the same time, each on a processor and 19 MiB
 * @param waitAtMost for a turn; then the request is refused
 */
@ConfigurationProperties("agora.accounts.passwords")
record PasswordProperties(@DefaultValue("2") int atOnce, @DefaultValue("3s") Duration waitAtMost) {}
