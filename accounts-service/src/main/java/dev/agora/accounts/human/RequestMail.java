package dev.agora.accounts.human;

import dev.agora.accounts.attempt.MailAttempts;
import dev.agora.audit.Source;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks for a mail with a code. Whether the address has an account is found out when the mail is
 * sent, so that nothing in the answer, its time included, can tell.
 */
@Service
class RequestMail {

  private final MailAttempts attempts;
  private final HumanMails mails;

  RequestMail(MailAttempts attempts, HumanMails mails) {
    this.attempts = attempts;
    this.mails = mails;
  }

  /**
   * Asks for one, unless too many were asked for.
   *
   * @param mail which one
   * @return how long to wait if there were too many
   */
  @Transactional
  Optional<Duration> request(String email, Source source, BiConsumer<HumanMails, String> mail) {
    String key = JdbcHumans.key(email);
    Optional<Duration> pause = attempts.take(key, source);
    if (pause.isEmpty()) {
      mail.accept(mails, key);
    }
    return pause;
  }
}
