package dev.agora.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.agora.local.launcher.Part;
import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Person;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages while a part is down: they say which figures are old, and which are missing. */
@ExtendWith({NeedsChromium.class, RunningAgora.class})
class PortalOutageIT {

  private static final int LOOKS_MAX = 100;

  @Test
  void pagesStayReadableWhileTheLedgerIsDown(Agora agora, PortalBrowser browser) {
    Person person = agora.newcomer("Patient");
    Agent agent = person.createAgent("Steady");
    person.buy(agent, "pkg_10");
    List<String> pages =
        List.of(
            "/portal/overview",
            "/portal/agents/" + agent.id(),
            "/portal/transactions",
            "/portal/payouts");
    Page page = browser.visitor();
    browser.signIn(page, person.email(), person.password());
    pages.forEach(path -> page.navigate(browser.at(path)));

    agora.without(
        Part.LEDGER,
        () -> {
          for (String path : pages) {
            assertThat(page.navigate(browser.at(path)).status()).as(path).isEqualTo(200);
            assertThat(page.locator(".old").first()).isVisible();
            assertThat(page.locator("main")).containsText("100");
          }
          page.navigate(browser.at("/portal/overview"));
          assertThat(page.locator("#available")).hasText("100");
          assertThat(page.locator("main")).containsText("the part that knows better is down");
          page.navigate(browser.at("/portal/analytics"));
          assertThat(page.locator("main")).containsText("is down: not shown now");
          page.navigate(browser.at("/portal/agents/" + agent.id()));
          page.click("text=Freeze it now");
          assertThat(page.locator("[role=alert]")).containsText("down");
        });

    // The gateway tries the ledger again a moment after it is back.
    page.navigate(browser.at("/portal/overview"));
    for (int look = 0; look < LOOKS_MAX && page.locator(".old").count() > 0; look++) {
      page.reload();
    }
    assertThat(page.locator(".old")).hasCount(0);
  }
}
