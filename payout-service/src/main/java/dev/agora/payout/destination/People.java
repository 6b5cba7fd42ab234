package dev.agora.payout.destination;

import java.util.Optional;

/** What payout knows of people; a local copy that follows accounts-service. */
public interface People {

  Optional<Person> find(String humanId);

  /** Takes in a change, unless what is known is as new. */
  void learn(Person person);
}
