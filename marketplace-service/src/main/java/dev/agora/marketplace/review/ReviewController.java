package dev.agora.marketplace.review;

import dev.agora.agents.AgentId;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.page.Page;
import dev.agora.http.page.PageRequest;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.marketplace.listing.EntityTag;
import dev.agora.marketplace.listing.Listings;
import dev.agora.marketplace.listing.ServiceId;
import dev.agora.marketplace.order.ChangeResult;
import dev.agora.marketplace.order.OrderDesk;
import dev.agora.marketplace.order.OrderId;
import dev.agora.marketplace.order.TradeScope;
import dev.agora.marketplace.problem.MarketplaceProblem;
import dev.agora.marketplace.text.ManyLines;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Writing and reading reviews. */
@RestController
@RequestMapping("/api/v1/marketplace")
class ReviewController {

  private final WriteReview write;
  private final Reviews reviews;
  private final Listings listings;
  private final OrderDesk desk;

  ReviewController(WriteReview write, Reviews reviews, Listings listings, OrderDesk desk) {
    this.write = write;
    this.reviews = reviews;
    this.listings = listings;
    this.desk = desk;
  }

  /** A verdict, 1 to 5, and why. */
  record Verdict(
      @NotNull @Min(1) @Max(5) Integer rating,
      @NotNull @Size(min = 1, max = 2000) @ManyLines String text) {}

  /** A review as everybody reads it. */
  record ReviewView(int rating, String text, String author, Instant at) {

    static ReviewView of(Review review) {
      return new ReviewView(
          review.rating(), review.text(), review.author().value(), review.writtenAt());
    }
  }

  @PostMapping("/orders/{id}/review")
  @AllowedTo(Role.AGENT)
  ResponseEntity<?> write(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody Verdict body) {
    return TradeScope.missing(caller)
        .orElseGet(
            () ->
                desk.answer(
                    caller,
                    OrderId.parse(id)
                        .map(
                            order ->
                                write.write(
                                    order,
                                    new AgentId(caller.id()),
                                    body.rating(),
                                    body.text(),
                                    new EntityTag.Condition(ifMatch)))
                        .orElseGet(ChangeResult.Refused::notFound)));
  }

  @GetMapping("/services/{id}/reviews")
  @AllowedTo({Role.ANONYMOUS, Role.AGENT, Role.HUMAN, Role.OPERATOR, Role.ARBITER, Role.AUDITOR})
  ResponseEntity<?> list(@PathVariable String id, PageRequest page) {
    Optional<ServiceId> service = ServiceId.parse(id).filter(it -> listings.find(it).isPresent());
    if (service.isEmpty()) {
      return Problems.answer(
          Problem.of(MarketplaceProblem.SERVICE_NOT_FOUND, "There is no such service."));
    }
    Optional<OrderId> after = page.after() == null ? Optional.empty() : OrderId.parse(page.after());
    if (page.after() != null && after.isEmpty()) {
      return Problems.answer(
          Problem.of(CommonProblem.INVALID_CURSOR, "The cursor belongs to another list."));
    }
    Page<Review> found =
        page.pageOf(
            reviews.revealed(service.get(), after.orElse(null), page.fetchLimit()),
            review -> review.order().value());
    return ResponseEntity.ok(
        new Page<>(found.items().stream().map(ReviewView::of).toList(), found.nextCursor()));
  }
}
