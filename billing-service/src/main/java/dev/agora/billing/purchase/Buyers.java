package dev.agora.billing.purchase;

import java.util.Optional;

/** What billing knows of people; a local copy that follows accounts-service. */
public interface Buyers {

  Optional<Buyer> human(String humanId);

  /** Takes in a change, unless what is known is as new. */
  void learn(Buyer buyer);
}
