package dev.agora.marketplace.listing;

import dev.agora.http.problem.ProblemCode;
import dev.agora.marketplace.problem.MarketplaceProblem;

/** What came of an attempt to publish or change a listing. */
sealed interface ListingResult {

  /** As it is now. */
  record Done(Listing listing) implements ListingResult {}

  /**
   * Nothing was changed.
   *
   * @param code why
   * @param detail a sentence about this case
   */
  record Refused(ProblemCode code, String detail) implements ListingResult {

    static Refused exists(String title) {
      return new Refused(
          MarketplaceProblem.SERVICE_EXISTS,
          "You offer \"" + title + "\" already: change that listing or choose another title.");
    }

    static Refused notFound() {
      return new Refused(
          MarketplaceProblem.SERVICE_NOT_FOUND, "There is no such service among yours.");
    }
  }
}
