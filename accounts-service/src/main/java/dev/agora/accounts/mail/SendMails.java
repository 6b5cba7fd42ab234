package dev.agora.accounts.mail;

import dev.agora.accounts.alert.JdbcAlertDeliveries;
import dev.agora.accounts.human.Human;
import dev.agora.accounts.human.JdbcHumans;
import dev.agora.accounts.mail.Delivery.Delivered;
import dev.agora.accounts.mail.Delivery.Failed;
import dev.agora.accounts.mail.JdbcMails.Due;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Sends what is due. A crash after the server took a mail and before that is noted sends it twice,
 * with another code; both are good.
 */
@Service
class SendMails {

  private static final Logger LOG = LoggerFactory.getLogger(SendMails.class);
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Duration PAUSE_MIN = Duration.ofSeconds(5);
  private static final int DOUBLINGS_MAX = 7;

  private final JdbcMails mails;
  private final JdbcHumans humans;
  private final WriteLetter writeLetter;
  private final JdbcAlertDeliveries alerts;
  private final Postman postman;
  private final MailProperties properties;
  private final MeterRegistry meters;
  private final Clock clock;

  SendMails(
      JdbcMails mails,
      JdbcHumans humans,
      WriteLetter writeLetter,
      JdbcAlertDeliveries alerts,
      Postman postman,
      MailProperties properties,
      MeterRegistry meters,
      Clock clock) {
    this.mails = mails;
    this.humans = humans;
    this.writeLetter = writeLetter;
    this.alerts = alerts;
    this.postman = postman;
    this.properties = properties;
    this.meters = meters;
    this.clock = clock;
  }

  /** Sends what is due, up to the first that is not taken: a server that is down takes none. */
  void sendDue() {
    boolean taken = true;
    while (taken) {
      taken = mails.take(LEASE).filter(this::isSent).isPresent();
    }
  }

  /** False if nobody took it. */
  private boolean isSent(Due mail) {
    Optional<Letter> letter =
        humans
            .findByKey(mail.emailKey())
            .filter(human -> isWanted(mail.kind(), human))
            .flatMap(human -> writeLetter.write(mail, human));
    if (letter.isEmpty()) {
      mails.delete(mail.id());
      return true;
    }
    return switch (postman.deliver(letter.get())) {
      case Delivered() -> {
        mails.delete(mail.id());
        count(mail, "sent");
        noteAlert(mail, true);
        yield true;
      }
      case Failed(String reason) -> {
        failed(mail, reason);
        yield false;
      }
    };
  }

  /** Whoever has confirmed the address needs no code for it. */
  private static boolean isWanted(MailKind kind, Human human) {
    return kind != MailKind.CONFIRM_ADDRESS || !human.emailConfirmed();
  }

  private void failed(Due mail, String reason) {
    if (clock.instant().isAfter(mail.createdAt().plus(properties.giveUpAfter()))) {
      LOG.error("mail {} is given up after {} attempts: {}", mail.id(), mail.attempts(), reason);
      mails.delete(mail.id());
      count(mail, "given-up");
      noteAlert(mail, false);
      return;
    }
    LOG.warn("mail {} is not taken and will be tried again: {}", mail.id(), reason);
    mails.postpone(
        mail.id(), PAUSE_MIN.multipliedBy(1L << Math.min(mail.attempts(), DOUBLINGS_MAX)));
    count(mail, "postponed");
  }

  private void noteAlert(Due mail, boolean sent) {
    if (mail.about() != null) {
      alerts.mailed(mail.about(), sent);
    }
  }

  private void count(Due mail, String outcome) {
    meters
        .counter("agora.accounts.mails", "kind", mail.kind().name(), "outcome", outcome)
        .increment();
  }
}
