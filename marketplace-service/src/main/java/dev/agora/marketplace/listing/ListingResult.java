package dev.agora.marketplace.listing;

import dev.agora.http.problem.ProblemCode;
import dev.agora.marketplace.problem.MarketplaceProblem;
import org.jspecify.annotations.Nullable;

/** What came of an attempt to publish or change a listing. */
sealed interface ListingResult {

  /** As it is now. */
  record Done(Listing listing) implements ListingResult {}

  /**
   * Nothing was changed.
   *
   * @param code why
   * @param detail a sentence about this case
   * @param field the JSON Pointer of the field that is wrong; null if none is
   */
  record Refused(ProblemCode code, String detail, @Nullable String field) implements ListingResult {

    Refused(ProblemCode code, String detail) {
      this(code, detail, null);
    }

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
