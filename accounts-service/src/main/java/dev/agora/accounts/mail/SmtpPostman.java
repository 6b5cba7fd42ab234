package dev.agora.accounts.mail;

import dev.agora.accounts.mail.Delivery.Delivered;
import dev.agora.accounts.mail.Delivery.Failed;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

/** Hands letters to the mail server of {@code spring.mail}. */
final class SmtpPostman implements Postman {

  private final JavaMailSender server;
  private final String from;

  SmtpPostman(JavaMailSender server, String from) {
    this.server = server;
    this.from = from;
  }

  @Override
  public Delivery deliver(Letter letter) {
    SimpleMailMessage message = new SimpleMailMessage();
    message.setFrom(from);
    message.setTo(letter.to());
    message.setSubject(letter.subject());
    message.setText(letter.text());
    try {
      server.send(message);
      return new Delivered();
    } catch (MailException refused) {
      // Its message may quote the address or the text.
      return new Failed(refused.getClass().getSimpleName());
    }
  }
}
