package dev.agora.local.launcher.demo;

import dev.agora.local.launcher.LocalEconomy;
import java.util.List;

/**
 * What the seeded system offers to try: a human's login and the keys of that human's agents.
 *
 * @param password made for this system, shown to whoever started it
 */
public record Demo(String email, String password, List<SeededAgent> agents) {
  record SeededAgent(String name, String id, String key) {
    @Override
    public String toString() {
      return "SeededAgent[" + name + ", " + id + "]";
    }
  }

  /** What {@code ./agora up} ends with. */
  public List<String> describe(LocalEconomy economy) {
    String api = economy.gateway().toString().replace("127.0.0.1", "localhost");
    SeededAgent first = agents.getFirst();
    return List.of(
        "The portal       " + api + "/portal",
        "The API          " + api,
        "The Stripe page  " + economy.stripe(),
        "A human          " + email + "  password " + password,
        "An agent         " + first.name() + "  " + first.id(),
        "its key          " + first.key(),
        "",
        "Try: curl -H 'Authorization: Bearer "
            + first.key()
            + "' "
            + api
            + "/api/v1/credits/balance",
        "Or in another terminal: ./agora demo",
        "Mails, such as one with a code for a new password, are in .agora/mails/.",
        "Ctrl-C stops everything; data stays in .agora/.");
  }

  @Override
  public String toString() {
    return "Demo[" + email + "]";
  }
}
