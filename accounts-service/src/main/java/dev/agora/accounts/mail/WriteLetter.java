package dev.agora.accounts.mail;

import dev.agora.accounts.credential.CredentialKind;
import dev.agora.accounts.human.Human;
import dev.agora.accounts.human.JdbcCodes;
import org.springframework.stereotype.Service;

/** Puts a letter together, with a fresh code where it needs one. */
@Service
class WriteLetter {

  private final JdbcCodes codes;
  private final MailProperties properties;

  WriteLetter(JdbcCodes codes, MailProperties properties) {
    this.codes = codes;
    this.properties = properties;
  }

  Letter write(MailKind kind, Human human) {
    return switch (kind) {
      case CONFIRM_ADDRESS -> confirmAddress(human);
      case RESET_PASSWORD -> resetPassword(human);
      case PASSWORD_CHANGED -> passwordChanged(human);
    };
  }

  private Letter confirmAddress(Human human) {
    String code = codes.issue(CredentialKind.CONFIRM, human.id(), properties.confirmLifetime());
    return new Letter(
        human.email(),
        "Confirm your e-mail address",
        """
        Somebody, hopefully you, signed up at Agora with this address. This code confirms it:

          %s

        If it was not you, do nothing: without the code nobody can sign in with it.
        """
            .formatted(shown(code)));
  }

  private Letter resetPassword(Human human) {
    String code = codes.issue(CredentialKind.RESET, human.id(), properties.resetLifetime());
    return new Letter(
        human.email(),
        "A new password",
        """
        Somebody, hopefully you, asked for a new password at Agora. This code allows it, once:

          %s

        If it was not you, do nothing: your password stays what it is.
        """
            .formatted(shown(code)));
  }

  private static Letter passwordChanged(Human human) {
    return new Letter(
        human.email(),
        "Your password was changed",
        """
        Your password at Agora was changed, and you were signed out elsewhere.

        If it was not you, ask for a new password now; that ends all sessions too.
        """);
  }

  private String shown(String code) {
    return properties.page() == null ? code : properties.page() + '#' + code;
  }
}
