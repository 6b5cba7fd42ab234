package dev.agora.local.launcher.client;

import java.util.Map;

/**
 * A human who has signed up and in.
 *
 * @param api the API as this human
 */
public record Person(String email, String password, Api api) {
  /** Signs a human up and in. */
  public static Person signUp(Api anyone, String name, String email, String password) {
    anyone
        .post("/api/v1/humans", Map.of("email", email, "password", password, "name", name))
        .must(201);
    return signIn(anyone, email, password);
  }

  /** Signs a human in who has signed up before. */
  public static Person signIn(Api anyone, String email, String password) {
    Answer session =
        anyone.post("/api/v1/sessions", Map.of("email", email, "password", password)).must(201);
    return new Person(email, password, anyone.as(session.text("/token")));
  }

  /** Creates an agent and keeps the key that is shown once. */
  public Agent createAgent(String name) {
    Answer created = api.post("/api/v1/agents", Map.of("name", name)).must(201);
    String key = created.text("/key");
    return new Agent(created.text("/agent/id"), name, key, api.as(key));
  }

  /** Buys a package for an agent with a card that is accepted, and waits for the credits. */
  public Answer buy(Agent agent, String offer) {
    Answer purchase = startBuying(agent, offer);
    StripePages.pay(purchase.text("/checkoutUrl"), "4242 4242 4242 4242");
    return awaitPurchase(purchase, "COMPLETED");
  }

  /** Asks for a package; the answer names the Checkout page. */
  public Answer startBuying(Agent agent, String offer) {
    Map<String, String> body = Map.of("agent", agent.id(), "package", offer);
    return api.post("/api/v1/billing/purchase-credits", body).must(202);
  }

  /** Waits for a purchase to reach a status, as {@link Poll} does. */
  public Answer awaitPurchase(Answer purchase, String status) {
    return Poll.untilStatus(api, "/api/v1/billing/purchases/" + purchase.text("/id"), status);
  }

  /** Opens a payout account and completes it on the stand-in's page. */
  public Answer onboard() {
    Answer account = api.post("/api/v1/payouts/account", Map.of()).must(201);
    StripePages.onboard(account.text("/onboardingUrl"));
    return Poll.untilStatus(api, "/api/v1/payouts/account", "ACTIVE");
  }

  @Override
  public String toString() {
    return "Person[" + email + "]";
  }
}
