package dev.agora.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import dev.agora.accounts.ApiClient.Answer;
import dev.agora.accounts.TestPage.Asked;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Passkeys as a real Chromium makes and uses them, on a page that calls the API. */
class BrowserPasskeysIT extends RunningAccounts {

  private static final String SESSION = "Bearer agora_session_";
  private static final int ID_LENGTH = 16;

  /** What a page does: ask for options, have the browser make or use a passkey, and send it. */
  private static final String SCRIPT =
      """
      const call = async (method, path, token, body) => {
        const answer = await fetch(path, {
          method,
          headers: {'Content-Type': 'application/json', ...(token && {Authorization: 'Bearer ' + token})},
          body: body && JSON.stringify(body),
        });
        const text = await answer.text();
        return {status: answer.status, ...(text && JSON.parse(text))};
      };
      const sign = async (options) => (await navigator.credentials.get({
        publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
      })).toJSON();
      const register = async (token) => {
        const {publicKey} = await call('POST', '/api/v1/me/passkeys/challenge', token);
        const made = await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey),
        });
        return call('POST', '/api/v1/me/passkeys', token, {name: 'Chromium', credential: made.toJSON()});
      };
      const signIn = async () => {
        const {publicKey} = await call('POST', '/api/v1/sessions/passkey/challenge');
        return call('POST', '/api/v1/sessions/passkey', null, {credential: await sign(publicKey)});
      };
      const requireMore = (token) => call('PUT', '/api/v1/me/second-factor', token, {required: true});
      const signInTwice = async (email, password) => {
        const needed = await call('POST', '/api/v1/sessions', null, {email, password});
        const done = await call('POST', '/api/v1/sessions/second-factor', null,
            {credential: await sign(needed.publicKey)});
        return {needed: needed.code, ...done};
      };
      const stepUp = async (token) => {
        const {publicKey} = await call('POST', '/api/v1/me/step-up/challenge', token);
        return call('POST', '/api/v1/me/step-up', token, {credential: await sign(publicKey)});
      };
      """;

  @Test
  void aHumanMakesAPasskeyAndShowsItInEveryWay() {
    assumeTrue(
        Chromium.installed().isPresent(),
        "This machine has no Chromium, so that no real browser has used a passkey: install the"
            + " package chromium.");
    PAGE.answeredBy(this::asTheGatewayDoes);
    String email = newEmail();
    signUp(email);
    String session = signIn(email, PASSWORD).text("/token");

    try (Chromium chromium = Chromium.start(Chromium.installed().orElseThrow())) {
      Page page = chromium.open(PAGE.origin());
      page.addScriptTag(new Page.AddScriptTagOptions().setContent(SCRIPT));

      assertThat(run(page, "register('%s')".formatted(session))).containsEntry("status", 201);
      Map<?, ?> alone = run(page, "signIn()");
      assertThat(alone.get("status")).as("%s", alone).isEqualTo(201);
      String token = String.valueOf(alone.get("token"));
      assertThat(run(page, "requireMore('%s')".formatted(token))).containsEntry("status", 200);
      Map<?, ?> twice = run(page, "signInTwice('%s', '%s')".formatted(email, PASSWORD));
      assertThat(twice.get("needed")).isEqualTo("second_factor_required");
      assertThat(twice.get("status")).as("%s", twice).isEqualTo(201);
      assertThat(run(page, "stepUp('%s')".formatted(token))).containsEntry("status", 200);
    }
  }

  @SuppressWarnings("unchecked") // What the script returns.
  private static Map<String, Object> run(Page page, String call) {
    return (Map<String, Object>) page.evaluate("() => " + call);
  }

  private Answer asTheGatewayDoes(Asked asked) {
    if (!asked.credential().startsWith(SESSION)) {
      return api.anonymous(asked.method(), asked.path(), asked.body());
    }
    String id = asked.credential().substring(SESSION.length(), SESSION.length() + ID_LENGTH);
    return inSession(lookedUp(id).text("/subject"), id, asked.method(), asked.path(), asked.body());
  }
}
