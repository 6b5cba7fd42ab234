package dev.agora.portal.api;

import java.util.Optional;

/** The person at the page of this request, as the API should see them. */
public interface Visitor {

  /** Where their machine is, as the gateway saw it. */
  Optional<String> address();

  /** Which browser they use, as it says itself. */
  Optional<String> browser();
}
