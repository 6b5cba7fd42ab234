package dev.agora.accounts.mail;

import dev.agora.accounts.credential.CredentialKind;
import dev.agora.accounts.human.Human;
import dev.agora.accounts.human.JdbcCodes;
import dev.agora.accounts.mail.JdbcMails.Due;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Puts a letter together, with a fresh code where it needs one. */
@Service
class WriteLetter {

  private final JdbcCodes codes;
  private final AlertLetter alertLetter;
  private final MailProperties properties;

  WriteLetter(JdbcCodes codes, AlertLetter alertLetter, MailProperties properties) {
    this.codes = codes;
    this.alertLetter = alertLetter;
    this.properties = properties;
  }

  /** Empty if there is nothing to tell any more. */
  Optional<Letter> write(Due mail, Human human) {
    return mail.about() == null
        ? Optional.of(write(mail.kind(), human))
        : alertLetter.write(mail.about(), human);
  }

  private Letter write(MailKind kind, Human human) {
    return switch (kind) {
      case CONFIRM_ADDRESS -> confirmAddress(human);
      case RESET_PASSWORD -> resetPassword(human);
      case SIGN_UP_TRIED -> signUpTried(human);
      case PASSWORD_CHANGED -> passwordChanged(human);
      case PASSKEY_ADDED ->
          news(human, "A passkey was added", "A passkey was added to your account at Agora.");
      case PASSKEY_REMOVED ->
          news(human, "A passkey was removed", "A passkey of your account at Agora was removed.");
      case SECOND_FACTOR_CHANGED ->
          news(
              human,
              "Your sign-in was changed",
              "It was changed whether your password alone signs you in at Agora.");
      case RECOVERY_CODES_MADE ->
          news(
              human,
              "New recovery codes",
              "New recovery codes were made for your account at Agora; older ones are worthless.");
      case RECOVERY_CODE_USED ->
          news(
              human,
              "A recovery code was used",
              "One of your recovery codes at Agora was used. Make new ones before you run out.");
      case PAYOUT_DESTINATION_CHANGED ->
          news(
              human,
              "Where your dollars go was changed",
              "Your payout account at Agora, or the bank account behind it, was changed. Nothing goes there"
                  + "\nuntil it has rested; GET /api/v1/payouts/account says until when.");
      case ALERT -> throw new IllegalStateException("a mail of an alert names the alert");
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

  private static Letter signUpTried(Human human) {
    return new Letter(
        human.email(),
        "You have an account already",
        """
        Somebody, possibly you, wanted to sign up at Agora with this address, which has an account.
        Sign in with it, or ask for a new password if you have forgotten yours.
        If it was not you, do nothing: nobody was told that the account exists.
        """);
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

  /** Of something that its human has done, if it was not somebody else. */
  private static Letter news(Human human, String subject, String what) {
    return new Letter(
        human.email(),
        subject,
        """
        %s
        If it was not you, reset your password now, which ends all sessions, and look through
        your passkeys and recovery codes.
        """
            .formatted(what));
  }

  private String shown(String code) {
    return properties.page() == null ? code : properties.page() + '#' + code;
  }
}
