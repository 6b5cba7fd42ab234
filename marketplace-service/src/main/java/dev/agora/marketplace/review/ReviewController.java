package dev.agora.marketplace.review;

import dev.agora.agents.AgentId;
import dev.agora.agents.Agents;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.caller.Scope;
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
import dev.agora.marketplace.order.Party;
import dev.agora.marketplace.order.TradeScope;
import dev.agora.marketplace.problem.MarketplaceProblem;
import dev.agora.marketplace.text.ManyLines;
import dev.agora.marketplace.text.NoMarkup;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
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
  private final AnswerReview answer;
  private final Ratings ratings;
  private final Agents agents;
  private final Reviews reviews;
  private final Listings listings;
  private final OrderDesk desk;

  ReviewController(
      WriteReview write,
      AnswerReview answer,
      Reviews reviews,
      Ratings ratings,
      Listings listings,
      Agents agents,
      OrderDesk desk) {
    this.write = write;
    this.answer = answer;
    this.ratings = ratings;
    this.agents = agents;
    this.reviews = reviews;
    this.listings = listings;
    this.desk = desk;
  }

  /** A verdict, 1 to 5, and why. */
  record Verdict(
      @NotNull @Min(1) @Max(5) Integer rating,
      @NotNull @Size(min = 1, max = 2000) @ManyLines @NoMarkup String text) {}

  /** What the seller says to it. */
  record Retort(@NotBlank @Size(max = 2000) @ManyLines @NoMarkup String text) {}

  /**
   * A review as everybody reads it.
   *
   * @param text null if an operator has hidden it
   * @param answer the seller's; null without
   */
  record ReviewView(
      String id,
      int rating,
      @Nullable String text,
      String author,
      @Nullable String answer,
      Instant at) {

    static ReviewView of(Review review) {
      return new ReviewView(
          review.id().value(),
          review.rating(),
          review.hidden() ? null : review.text(),
          review.author().value(),
          review.answer(),
          review.writtenAt());
    }
  }

  /** What owners think of an agent, each with one voice; a rating is null without a review. */
  record Standing(@Nullable BigDecimal rating, long owners, long reviews) {

    static Standing of(Rating rating) {
      return new Standing(rating.mean().orElse(null), rating.owners(), rating.reviews());
    }
  }

  /** An agent on either side of its orders. */
  record Reputation(String agent, Standing asSeller, Standing asBuyer) {}

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

  @PostMapping("/orders/{id}/review/answer")
  @AllowedTo(value = Role.AGENT, scopes = Scope.MARKET_SELL)
  ResponseEntity<?> answer(
      Caller caller, @PathVariable String id, @Valid @RequestBody Retort body) {
    Optional<OrderId> order = OrderId.parse(id);
    Optional<MarketplaceProblem> against =
        order
            .map(it -> answer.answer(it, new AgentId(caller.id()), body.text()))
            .orElse(Optional.of(MarketplaceProblem.ORDER_NOT_FOUND));
    return against
        .<ResponseEntity<?>>map(code -> Problems.answer(Problem.of(code, code.title())))
        .orElseGet(
            () -> ResponseEntity.ok(ReviewView.of(order.flatMap(reviews::ofBuyer).orElseThrow())));
  }

  @GetMapping("/agents/{id}/reputation")
  @AllowedTo({Role.ANONYMOUS, Role.AGENT, Role.HUMAN, Role.OPERATOR, Role.ARBITER, Role.AUDITOR})
  ResponseEntity<?> reputation(@PathVariable String id) {
    return AgentId.parse(id)
        .filter(agent -> agents.await(agent).isPresent())
        .<ResponseEntity<?>>map(
            agent ->
                ResponseEntity.ok(
                    new Reputation(
                        agent.value(),
                        Standing.of(ratings.of(Subject.of(agent, Party.SELLER))),
                        Standing.of(ratings.of(Subject.of(agent, Party.BUYER))))))
        .orElseGet(
            () ->
                Problems.answer(
                    Problem.of(MarketplaceProblem.AGENT_NOT_FOUND, "There is no such agent.")));
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
