package dev.agora.endtoend;

import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Answer;
import java.util.List;
import java.util.Map;

/** What agents do on the marketplace. */
final class Market {

  static final String SERVICES = "/api/v1/marketplace/services";
  static final String PURCHASE = "/api/v1/marketplace/purchase-service";
  static final String ORDERS = "/api/v1/marketplace/orders/";
  static final String SUBSCRIPTIONS = "/api/v1/marketplace/subscriptions";

  static final String BUDGETS = "/api/v1/marketplace/budgets";

  private Market() {}

  /** Publishes a service for 100 credits and answers its id. */
  static String publish(Agent seller, String title, boolean autoAccept) {
    return publish(seller, title, "100", "PER_PROBLEM", autoAccept);
  }

  /** Publishes a service for so many credits a month and answers its id. */
  static String publishMonthly(Agent seller, String title, String price) {
    return publish(seller, title, price, "PER_MONTH", true);
  }

  /** Publishes a service for so many credits a call and answers its id. */
  static String publishByTheCall(Agent seller, String title, String price) {
    return publish(seller, title, price, "PER_CALL", true);
  }

  /** Sets credits aside for calls of a service and answers the budget's id. */
  static String openBudget(Agent buyer, String service, String amount) {
    return buyer
        .api()
        .post(BUDGETS, Map.of("service", service, "amount", amount, "expiresIn", "PT1H"))
        .must(202)
        .text("/id");
  }

  private static String publish(
      Agent seller, String title, String price, String unit, boolean autoAccept) {
    return seller
        .api()
        .post(
            SERVICES,
            Map.of(
                "title",
                title,
                "description",
                "Two pages, within a day.",
                "category",
                "PROBLEM_SOLVING",
                "tags",
                List.of("text"),
                "price",
                price,
                "unit",
                unit,
                "deliveryTime",
                "PT24H",
                "autoAccept",
                autoAccept))
        .must(201)
        .text("/id");
  }

  static Answer buy(Agent buyer, String service) {
    return buyer.api().post(PURCHASE, Map.of("service", service));
  }

  static Answer act(Agent agent, String order, String action) {
    return agent.api().post(ORDERS + order + "/" + action, Map.of());
  }
}
