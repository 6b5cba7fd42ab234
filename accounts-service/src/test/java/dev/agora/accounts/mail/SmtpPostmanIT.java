package dev.agora.accounts.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.agora.accounts.mail.Delivery.Delivered;
import dev.agora.accounts.mail.Delivery.Failed;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Letters by SMTP, to a server that speaks it. */
class SmtpPostmanIT {

  private static final Letter LETTER =
      new Letter("ada@example.org", "A new password", "The code:\n\n  agora_reset_x\n");

  private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private SmtpPostman postman() {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(server.getSmtp().getPort());
    return new SmtpPostman(sender, "Agora <agora@example.org>");
  }

  @Test
  void theServerGetsTheLetter() throws MessagingException, IOException {
    assertThat(postman().deliver(LETTER)).isEqualTo(new Delivered());

    MimeMessage received = server.getReceivedMessages()[0];
    assertThat(received.getSubject()).isEqualTo("A new password");
    assertThat(received.getAllRecipients()[0]).hasToString("ada@example.org");
    assertThat(received.getFrom()[0]).hasToString("Agora <agora@example.org>");
    assertThat((String) received.getContent()).contains("agora_reset_x");
  }

  @Test
  void aServerThatIsDownIsAFailureAndNoException() {
    SmtpPostman postman = postman();
    server.stop();

    assertThat(postman.deliver(LETTER))
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.reason()).doesNotContain("ada@example.org"));
  }
}
