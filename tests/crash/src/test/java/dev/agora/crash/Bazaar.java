package dev.agora.crash;

import static org.awaitility.Awaitility.await;

import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Answer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The street's two agents, one of whom sells to the other.
 *
 * @param quick a service whose orders are accepted by themselves
 * @param slow one whose orders the seller has to accept
 */
record Bazaar(Street street, String quick, String slow) {

  static final BigDecimal PRICE = new BigDecimal("10");
  static final BigDecimal NET = new BigDecimal("9.5");

  private static final String SERVICES = "/api/v1/marketplace/services";
  private static final String ORDERS = "/api/v1/marketplace/orders/";

  /** How long the start of a process may take on a machine that does other things as well. */
  private static final Duration RETURN = Duration.ofMinutes(2);

  static Bazaar open(Street street) {
    return new Bazaar(
        street,
        publish(street.earner(), "Quick", "PER_PROBLEM", true),
        publish(street.earner(), "Slow", "PER_PROBLEM", false));
  }

  /** Publishes a service for {@link #PRICE}. */
  static String publish(Agent seller, String title, String unit, boolean autoAccept) {
    Map<String, ?> service =
        Map.of(
            "title",
            title,
            "description",
            "Work.",
            "category",
            "PROBLEM_SOLVING",
            "tags",
            List.of("work"),
            "price",
            PRICE.toPlainString(),
            "unit",
            unit,
            "deliveryTime",
            "PT24H",
            "autoAccept",
            autoAccept);
    return await("a seller that the market knows")
        .atMost(Street.END)
        .until(() -> seller.api().post(SERVICES, service), answer -> answer.status() != 503)
        .must(201)
        .text("/id");
  }

  /** Buys and waits until it is funded; asks again with its key while a part is down. */
  String buy(String service) {
    String key = UUID.randomUUID().toString();
    Map<String, String> wish = Map.of("service", service);
    String order =
        await("an answer to the order")
            .atMost(RETURN)
            .until(
                () ->
                    street.spender().api().post("/api/v1/marketplace/purchase-service", wish, key),
                answer -> answer.status() != 503)
            .must(202)
            .text("/id");
    awaitStatus(order, service.equals(quick) ? "IN_PROGRESS" : "FUNDED");
    return order;
  }

  void deliver(String order) {
    street.earner().api().post(ORDERS + order + "/deliver", Map.of("content", "Done.")).must(200);
  }

  /** Acts, and again until an answer comes: that it is done already is one, too. */
  void act(boolean asBuyer, String order, String action) {
    Agent agent = asBuyer ? street.spender() : street.earner();
    await("an answer to " + action)
        .atMost(RETURN)
        .until(
            () -> agent.api().post(ORDERS + order + "/" + action, Map.of()),
            answer -> answer.status() != 503)
        .must(200, 409);
  }

  void awaitStatus(String order, String status) {
    await(order + " is " + status)
        .atMost(RETURN)
        .ignoreExceptions()
        .until(() -> look(order).text("/status").equals(status));
  }

  void awaitPosted(String order) {
    await(order + " is posted")
        .atMost(RETURN)
        .ignoreExceptions()
        .until(() -> look(order).body().at("/settlement/postedAt").isString());
  }

  private Answer look(String order) {
    return street.spender().api().get(ORDERS + order);
  }

  BigDecimal buyerHas() {
    return street.available(street.spender());
  }

  BigDecimal sellerHas() {
    return street.available(street.earner());
  }
}
