package dev.agora.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.agora.local.launcher.client.Person;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How people guard their accounts, with a device that Chromium plays. */
@ExtendWith({NeedsChromium.class, RunningAgora.class})
class PortalSecurityIT {

  private static final int CODES = 10;
  private static final int LOOKS_MAX = 100;

  private final Agora agora;
  private final PortalBrowser browser;

  PortalSecurityIT(Agora agora, PortalBrowser browser) {
    this.agora = agora;
    this.browser = browser;
  }

  @Test
  void aPasskeySignsInAlone() {
    Person person = agora.newcomer("Keys");
    Page page = browser.visitor();
    browser.addPasskeyDevice(page);
    browser.signIn(page, person.email(), person.password());
    addPasskey(page);
    signOut(page);

    page.click("text=Use a passkey instead");
    page.click("button:has-text('Use a passkey')");

    page.waitForURL("**/portal/overview");
    assertThat(page.locator(".who")).containsText("Keys");
  }

  @Test
  void aSecondFactorIsAskedForAndARecoveryCodeStandsInForItOnce() {
    Person person = agora.newcomer("Guarded");
    Page page = browser.visitor();
    browser.addPasskeyDevice(page);
    browser.signIn(page, person.email(), person.password());
    addPasskey(page);
    page.click("text=Ask for more than the password");
    assertThat(page.locator("main")).containsText("Your password alone opens nothing any more");
    List<String> codes = recoveryCodes(page);
    assertThat(codes).hasSize(CODES).doesNotHaveDuplicates();
    signOut(page);

    enterPassword(page, person);
    page.click("button:has-text('Use a passkey')");
    page.waitForURL("**/portal/overview");
    signOut(page);

    enterPassword(page, person);
    useCode(page, codes.getFirst());
    page.waitForURL("**/portal/overview");
    signOut(page);

    enterPassword(page, person);
    useCode(page, codes.getFirst());
    assertThat(page.locator("[role=alert]")).containsText("recovery code is wrong or was used");
    page.navigate(browser.at("/portal/sign-in"));
    enterPassword(page, person);
    useCode(page, codes.get(1));
    page.waitForURL("**/portal/overview");
    page.navigate(browser.at("/portal/security"));
    assertThat(page.locator("main")).containsText("Recovery codes left: 8");
  }

  @Test
  void whoOneIsIsShownAgainWithAPasswordOrAPasskey() {
    Person person = agora.newcomer("Again");
    Page page = browser.visitor();
    browser.addPasskeyDevice(page);
    browser.signIn(page, person.email(), person.password());
    addPasskey(page);

    page.navigate(browser.at("/portal/security/step-up?back=/portal/security"));
    page.fill("input[name=password]", "not the password");
    page.click("button:has-text('It is me')");
    assertThat(page.locator("[role=alert]")).containsText("password is wrong");
    page.fill("input[name=password]", person.password());
    page.click("button:has-text('It is me')");
    assertThat(page.locator("[role=status]")).containsText("For five minutes");

    page.navigate(browser.at("/portal/security/step-up?back=https://elsewhere.example/"));
    page.click("button:has-text('Use a passkey')");
    assertThat(page.locator("[role=status]")).containsText("For five minutes");
    assertThat(page).hasURL(browser.at("/portal/security"));
  }

  @Test
  void anotherSessionIsSeenWithItsBrowserAndEnded() {
    Person person = agora.newcomer("Two");
    Page here = browser.visitor();
    Page there = browser.visitor();
    browser.signIn(here, person.email(), person.password());
    browser.signIn(there, person.email(), person.password());

    here.navigate(browser.at("/portal/security"));
    assertThat(here.locator("table >> nth=0")).containsText("Mozilla");
    here.click("text=End all others");
    assertThat(here.locator("[role=status]")).containsText("here only");

    // The gateway hears of it within a second.
    for (int look = 0; look < LOOKS_MAX && !there.url().endsWith("/portal/sign-in?ended"); look++) {
      there.navigate(browser.at("/portal/security"));
    }
    assertThat(there.locator("main")).containsText("Your session is over");
  }

  private void addPasskey(Page page) {
    page.navigate(browser.at("/portal/security/passkeys/new"));
    page.click("text=Make a passkey");
    assertThat(page.locator("main")).containsText("My device");
  }

  private static List<String> recoveryCodes(Page page) {
    page.click("text=Make new recovery codes");
    page.locator("code.secret span").first().waitFor();
    return page.locator("code.secret span").allTextContents();
  }

  private static void signOut(Page page) {
    page.click("text=Sign out");
    page.waitForURL("**/portal/sign-in");
  }

  private static void enterPassword(Page page, Person person) {
    page.fill("input[name=email]", person.email());
    page.fill("input[name=password]", person.password());
    page.click("main button");
    page.waitForURL("**/portal/sign-in/second-factor");
  }

  private static void useCode(Page page, String code) {
    page.fill("input[name=recoveryCode]", code);
    page.click("text=Use the code");
  }
}
