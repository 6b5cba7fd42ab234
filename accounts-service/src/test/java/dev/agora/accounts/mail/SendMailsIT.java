package dev.agora.accounts.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.accounts.RunningAccounts;
import dev.agora.accounts.alert.JdbcAlertDeliveries;
import dev.agora.accounts.human.JdbcHumans;
import dev.agora.accounts.mail.Delivery.Delivered;
import dev.agora.accounts.mail.Delivery.Failed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A mail that was asked for is sent, whatever fails on the way, and not for ever. */
@SuppressWarnings("NullAway.Init") // injected
class SendMailsIT extends RunningAccounts {

  /** Later than the clock of the running service, which sends what is due by its own. */
  private static final Instant START = Instant.parse("2100-01-01T00:00:00Z");

  @Autowired private JdbcHumans humans;
  @Autowired private WriteLetter writeLetter;
  @Autowired private JdbcAlertDeliveries alerts;
  @Autowired private MailProperties properties;
  @Autowired private Supplier<UUID> newIds;
  @Autowired private TransactionTemplate transaction;

  private final List<Letter> letters = new ArrayList<>();
  private boolean down;
  private String email;

  @BeforeEach
  void somebody() {
    email = newEmail();
    signUp(email);
  }

  private JdbcMails mailsAt(Duration later) {
    return new JdbcMails(jdbc, newIds, clock(later));
  }

  private void sendAt(Duration later) {
    new SendMails(
            mailsAt(later),
            humans,
            writeLetter,
            alerts,
            this::deliver,
            properties,
            new SimpleMeterRegistry(),
            clock(later))
        .sendDue();
  }

  private Delivery deliver(Letter letter) {
    if (letter.to().equals(email)) {
      letters.add(letter);
    }
    return down ? new Failed("the server is down") : new Delivered();
  }

  private static Clock clock(Duration later) {
    return Clock.fixed(START.plus(later), ZoneOffset.UTC);
  }

  @Test
  void whatNoServerTakesIsTriedAgain() {
    mailsAt(Duration.ZERO).passwordChanged(email);

    down = true;
    sendAt(Duration.ZERO);
    down = false;
    sendAt(Duration.ofSeconds(9));
    assertThat(letters).hasSize(1);

    sendAt(Duration.ofSeconds(10));
    sendAt(Duration.ofHours(1));
    assertThat(letters).hasSize(2);
  }

  @Test
  void whatACrashInterruptedIsSentLater() {
    mailsAt(Duration.ZERO).passwordChanged(email);
    int taken = 0;
    while (mailsAt(Duration.ZERO).take(Duration.ofMinutes(5)).isPresent()) {
      // Taken, and then the process is gone.
      taken++;
    }
    assertThat(taken).isPositive();

    sendAt(Duration.ofMinutes(4));
    assertThat(letters).isEmpty();

    sendAt(Duration.ofMinutes(5));
    assertThat(letters).hasSize(1);
  }

  @Test
  void afterADayNobodyWaitsForItAnyMore() {
    mailsAt(Duration.ZERO).passwordChanged(email);

    down = true;
    sendAt(Duration.ofDays(1).plusSeconds(1));
    down = false;
    sendAt(Duration.ofDays(2));

    assertThat(letters).hasSize(1);
  }

  @Test
  void whatIsRolledBackIsNotSent() {
    transaction.executeWithoutResult(
        status -> {
          mailsAt(Duration.ZERO).passwordChanged(email);
          status.setRollbackOnly();
        });

    sendAt(Duration.ofHours(1));

    assertThat(letters).isEmpty();
  }

  @Test
  void noLetterShowsItsCodeInALog() {
    mailsAt(Duration.ZERO).resetPassword(email);

    sendAt(Duration.ZERO);

    assertThat(letters).singleElement().asString().doesNotContain("agora_reset_");
    assertThat(letters.getFirst().text()).contains("agora_reset_");
  }
}
