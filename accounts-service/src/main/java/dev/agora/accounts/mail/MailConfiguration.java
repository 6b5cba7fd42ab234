package dev.agora.accounts.mail;

import dev.agora.accounts.human.JdbcCodes;
import dev.agora.messaging.PeriodicJob;
import dev.agora.messaging.Phases;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** Decides where mails go, and sends them. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

  private static final Duration FORGET_CODES_EVERY = Duration.ofMinutes(10);

  @Bean
  Postman postman(
      ObjectProvider<JavaMailSender> server,
      MailProperties properties,
      Supplier<UUID> newIds,
      Clock clock) {
    JavaMailSender smtp = server.getIfAvailable();
    if (smtp != null) {
      if (properties.shown()) {
        throw new IllegalArgumentException(
            "agora.accounts.mail.shown is true beside a mail server: whoever reads the page could take"
                + " over every account");
      }
      return new SmtpPostman(smtp, properties.from());
    }
    if (properties.folder() == null) {
      throw new IllegalArgumentException(
          "neither spring.mail.host nor agora.accounts.mail.folder is set: mails need a server, or"
              + " on one machine a folder");
    }
    return new FolderPostman(properties.folder(), properties.from(), newIds, clock);
  }

  @Bean
  @ConditionalOnBooleanProperty("agora.accounts.mail.shown")
  MailsEndpoint mailsEndpoint(MailProperties properties) {
    if (properties.folder() == null) {
      throw new IllegalArgumentException(
          "agora.accounts.mail.shown is true and agora.accounts.mail.folder is not set");
    }
    return new MailsEndpoint(properties.folder());
  }

  @Bean
  PeriodicJob mailJob(SendMails sendMails, MailProperties properties) {
    return new PeriodicJob("mails", properties.sendEvery(), Phases.SWEEPER, sendMails::sendDue);
  }

  @Bean
  PeriodicJob oneTimeCodesJob(JdbcCodes codes) {
    return new PeriodicJob(
        "one-time-codes", FORGET_CODES_EVERY, Phases.SWEEPER, codes::forgetExpired);
  }
}
