package dev.agora.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.accounts.ApiClient.Answer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the codes open that come by mail, once. */
class MailedCodesIT extends RunningAccounts {

  private static final Pattern CODE =
      Pattern.compile("agora_(?:confirm|reset)_[0-9A-Za-z]{16}_[0-9A-Za-z]{49}");
  private static final String NEW_PASSWORD = "a wholly different phrase";

  @Test
  void nobodySignsInBeforeTheAddressIsConfirmed() {
    String email = newEmail();
    assertThat(signUpUnconfirmed(email).status()).isEqualTo(201);

    assertThat(signIn(email, PASSWORD).text("/code")).isEqualTo("wrong_credentials");
    assertThat(signIn(email, "a wrong password").text("/code")).isEqualTo("wrong_credentials");

    String code = codeIn(mailTo(email, "agora_confirm_"));
    assertThat(confirm(code).status()).isEqualTo(204);
    assertThat(signIn(email, PASSWORD).status()).isEqualTo(201);
    assertThat(confirm(code).text("/code")).isEqualTo("wrong_code");
  }

  @Test
  void aForgottenPasswordIsReplacedAndEndsEverySession() {
    String email = newEmail();
    signUp(email);
    String session = newSession(email, PASSWORD);

    assertThat(askForReset(email).status()).isEqualTo(202);
    String code = codeIn(mailTo(email, "agora_reset_"));

    assertThat(reset(code, NEW_PASSWORD).status()).isEqualTo(204);
    assertThat(isRevoked(session)).isTrue();
    assertThat(signIn(email, PASSWORD).status()).isEqualTo(401);
    assertThat(signIn(email, NEW_PASSWORD).status()).isEqualTo(201);
    assertThat(reset(code, PASSWORD).text("/code")).isEqualTo("wrong_code");
    assertThat(mailTo(email, "was changed")).doesNotContain(NEW_PASSWORD);
  }

  @Test
  void whoReadsTheMailNeedsNoOtherProofOfTheAddress() {
    String email = newEmail();
    signUpUnconfirmed(email);
    askForReset(email);

    reset(codeIn(mailTo(email, "agora_reset_")), NEW_PASSWORD);

    assertThat(signIn(email, NEW_PASSWORD).status()).isEqualTo(201);
  }

  @Test
  void anAddressThatNobodyHasIsAnsweredAlikeAndGetsNoMail() {
    String known = newEmail();
    signUp(known);
    String unknown = newEmail();

    Answer ofKnown = askForReset(known);
    Answer ofUnknown = askForReset(unknown);

    assertThat(ofUnknown.status()).isEqualTo(ofKnown.status()).isEqualTo(202);
    assertThat(ofUnknown.body()).isEqualTo(ofKnown.body());
    await().until(() -> waitingMails(unknown) == 0);
    assertThat(mails().filter(mail -> mail.contains(unknown))).isEmpty();
  }

  @Test
  void aWeakPasswordDoesNotUseTheCodeUp() {
    String email = newEmail();
    signUp(email);
    askForReset(email);
    String code = codeIn(mailTo(email, "agora_reset_"));

    assertThat(reset(code, "passwordpassword").text("/code")).isEqualTo("password_too_weak");
    assertThat(reset(code, NEW_PASSWORD).status()).isEqualTo(204);
  }

  @Test
  void aCodeIsGoodForAWhileAndForItsOwnPurpose() {
    String email = newEmail();
    String human = signUp(email).text("/id");
    askForReset(email);
    String code = codeIn(mailTo(email, "agora_reset_"));
    assertThat(confirm(code).text("/code")).isEqualTo("wrong_code");

    jdbc.sql("UPDATE one_time_code SET expires_at = now() WHERE human_id = :human")
        .param("human", human)
        .update();

    assertThat(reset(code, NEW_PASSWORD).text("/code")).isEqualTo("wrong_code");
  }

  @Test
  void noMailboxIsFlooded() {
    for (String email : List.of(newEmail(), newEmail())) {
      for (int i = 0; i < 3; i++) {
        assertThat(askForReset(email).status()).isEqualTo(202);
      }

      assertThat(askForReset(email).text("/code")).isEqualTo("too_many_attempts");
    }
  }

  private Answer confirm(String code) {
    return api.anonymous(
        "POST", "/api/v1/humans/confirmation", "{\"code\":\"%s\"}".formatted(code));
  }

  private Answer askForReset(String email) {
    return api.anonymous(
        "POST", "/api/v1/humans/password-reset/mail", "{\"email\":\"%s\"}".formatted(email));
  }

  private Answer reset(String code, String password) {
    return api.anonymous(
        "POST",
        "/api/v1/humans/password-reset",
        "{\"code\":\"%s\",\"password\":\"%s\"}".formatted(code, password));
  }

  private static String codeIn(String mail) {
    Matcher matcher = CODE.matcher(mail);
    assertThat(matcher.find()).as(mail).isTrue();
    return matcher.group();
  }
}
