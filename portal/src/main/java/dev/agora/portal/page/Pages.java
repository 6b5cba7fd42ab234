package dev.agora.portal.page;

import dev.agora.portal.session.SignedIn;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The pages that the navigation leads to; templates call them {@code pages}. */
@Component("pages")
public class Pages {

  private static final List<Link> FOR_EVERYBODY =
      List.of(
          new Link("/portal/overview", "Overview"),
          new Link("/portal/agents", "Agents"),
          new Link("/portal/credits", "Buy credits"),
          new Link("/portal/transactions", "Transactions"),
          new Link("/portal/analytics", "Analytics"),
          new Link("/portal/market", "Marketplace"),
          new Link("/portal/payouts", "Payouts"),
          new Link("/portal/receipts", "Receipts"),
          new Link("/portal/security", "Security"));

  /** One of them. */
  public record Link(String path, String name) {

    /** Whether a page is this one, or below it. */
    public boolean isAt(String page) {
      return page.equals(path) || page.startsWith(path + "/");
    }
  }

  /** Those that this human has a use for. */
  public List<Link> of(SignedIn human) {
    List<Link> links = new ArrayList<>(FOR_EVERYBODY);
    if (human.isOperator()) {
      links.add(new Link("/portal/platform", "Platform"));
    }
    if (human.isArbiter()) {
      links.add(new Link("/portal/disputes", "Disputes"));
    }
    return links;
  }
}
