package dev.agora.portal.page;

import dev.agora.portal.session.SignedIn;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The pages that the navigation leads to; templates call them {@code pages}. */
@Component("pages")
public class Pages {

  private static final List<Link> MONEY =
      List.of(
          new Link("/portal/overview", "Overview"),
          new Link("/portal/credits", "Buy credits"),
          new Link("/portal/transactions", "Transactions"),
          new Link("/portal/analytics", "Analytics"),
          new Link("/portal/payouts", "Payouts"),
          new Link("/portal/receipts", "Receipts"));

  private static final List<Link> AGENTS =
      List.of(
          new Link("/portal/agents", "Agents"),
          new Link("/portal/alerts", "Alerts"),
          new Link("/portal/orders", "Orders"),
          new Link("/portal/subscriptions", "Subscriptions"),
          new Link("/portal/market", "Marketplace"));

  /** One of them. */
  public record Link(String path, String name) {

    /** Whether a page is this one, or below it. */
    public boolean isAt(String page) {
      return page.equals(path) || page.startsWith(path + "/");
    }
  }

  /** Those that this human has a use for, in groups. */
  public List<List<Link>> of(SignedIn human) {
    List<List<Link>> groups = new ArrayList<>(List.of(MONEY, AGENTS));
    groups.add(List.of(new Link("/portal/security", "Security")));
    List<Link> platform = new ArrayList<>();
    if (human.isOperator()) {
      platform.add(new Link("/portal/platform", "Platform"));
      platform.add(new Link("/portal/acts", "Acts by hand"));
    }
    if (human.isOperator() || human.isAuditor()) {
      platform.add(new Link("/portal/waiting", "Waiting"));
      platform.add(new Link("/portal/returned", "Returned payouts"));
      platform.add(new Link("/portal/roles", "Roles"));
    }
    if (human.isArbiter() || human.isOperator()) {
      platform.add(new Link("/portal/disputes", "Disputes"));
    }
    if (!platform.isEmpty()) {
      groups.add(List.copyOf(platform));
    }
    return List.copyOf(groups);
  }
}
