package dev.agora.accounts.attempt;

import dev.agora.audit.Source;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Keeps anybody from flooding a mailbox, or many. */
@Service
public class MailAttempts {

  private final JdbcAttempts attempts;
  private final AttemptProperties properties;

  MailAttempts(JdbcAttempts attempts, AttemptProperties properties) {
    this.attempts = attempts;
    this.properties = properties;
  }

  /** The same, of a mail that nobody asked for in so many words, wherever they are. */
  public Optional<Duration> take(String emailKey) {
    return attempts.take(List.of(to(emailKey)));
  }

  /** How long to wait for a mail to that address; empty if one may be sent. */
  public Optional<Duration> take(String emailKey, Source source) {
    return attempts.take(
        List.of(
            Allowance.of(
                "mail-source",
                source.network(),
                properties.mailSourceBurst(),
                properties.mailSourceRefill()),
            to(emailKey)));
  }

  private Allowance to(String emailKey) {
    return Allowance.of("mail", emailKey, properties.mailBurst(), properties.mailRefill());
  }
}
