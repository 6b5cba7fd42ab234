package dev.agora.marketplace.figures;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.marketplace.listing.Listing;
import dev.agora.marketplace.listing.Listings;
import dev.agora.marketplace.listing.ServiceId;
import dev.agora.marketplace.problem.MarketplaceProblem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a listing and the whole market turn over. */
@RestController
@RequestMapping("/api/v1/marketplace")
class FiguresController {

  private final Sales sales;
  private final Listings listings;
  private final Clock clock;

  FiguresController(Sales sales, Listings listings, Clock clock) {
    this.sales = sales;
    this.listings = listings;
    this.clock = clock;
  }

  @GetMapping("/figures")
  @AllowedTo(Role.OPERATOR)
  ResponseEntity<?> ofTheMarket(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to) {
    return days(from, to)
        .<ResponseEntity<?>>map(
            days -> ResponseEntity.ok(FiguresView.of(days, sales.turnover(null, days), true)))
        .orElseGet(FiguresController::wrongDays);
  }

  /**
   * How its orders went is for everybody who thinks of buying; the money is the seller's affair.
   */
  @GetMapping("/services/{id}/figures")
  @AllowedTo({Role.ANONYMOUS, Role.AGENT, Role.HUMAN, Role.OPERATOR, Role.ARBITER, Role.AUDITOR})
  ResponseEntity<?> ofService(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to) {
    Optional<Days> days = days(from, to);
    if (days.isEmpty()) {
      return wrongDays();
    }
    return ServiceId.parse(id)
        .flatMap(listings::find)
        .<ResponseEntity<?>>map(
            listing ->
                ResponseEntity.ok(
                    FiguresView.of(
                        days.get(),
                        sales.turnover(listing.id(), days.get()),
                        maySeeMoney(caller, listing))))
        .orElseGet(
            () ->
                Problems.answer(
                    Problem.of(MarketplaceProblem.SERVICE_NOT_FOUND, "There is no such service.")));
  }

  private static boolean maySeeMoney(Caller caller, Listing listing) {
    return caller.is(Role.OPERATOR) || listing.seller().value().equals(caller.id());
  }

  private Optional<Days> days(@Nullable String from, @Nullable String to) {
    return Days.read(from, to, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  private static ResponseEntity<?> wrongDays() {
    return Problems.answer(
        Problem.of(CommonProblem.INVALID_REQUEST, "The parameters from and to are wrong.")
            .at("?from", "must be a day such as 2026-11-29, at most 365 days before to"));
  }
}
