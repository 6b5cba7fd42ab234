package dev.agora.billing.card;

import dev.agora.billing.BillingProblem;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Saving cards, and taking them back. */
@RestController
class CardController {

  private static final String PATH = "/api/v1/billing/payment-methods";

  private final SaveCard saveCard;
  private final FindCard findCard;
  private final RemoveCard removeCard;

  CardController(SaveCard saveCard, FindCard findCard, RemoveCard removeCard) {
    this.saveCard = saveCard;
    this.findCard = findCard;
    this.removeCard = removeCard;
  }

  /**
   * A wish to save a card.
   *
   * @param consent to be charged when the person is not there; nothing is saved without it
   */
  record CardRequest(@NotNull Boolean consent) {}

  /**
   * A card as its person sees it.
   *
   * @param setupUrl where it is typed in; null once it was, or can not be any more
   * @param consent what the person agreed to, and when is {@code createdAt}
   */
  record CardAnswer(
      String id,
      CardStatus status,
      @Nullable String brand,
      @Nullable String lastFour,
      @Nullable Integer expiryMonth,
      @Nullable Integer expiryYear,
      @Nullable String setupUrl,
      String consent,
      Instant createdAt,
      Instant expiresAt) {

    static CardAnswer of(SavedCard card) {
      CardDetails details = card.details();
      CardSetup setup = card.setup();
      boolean pending = card.status() == CardStatus.PENDING;
      return new CardAnswer(
          card.id().value(),
          card.status(),
          details == null ? null : details.brand(),
          details == null ? null : details.lastFour(),
          details == null ? null : Integer.valueOf(details.expiryMonth()),
          details == null ? null : Integer.valueOf(details.expiryYear()),
          pending && setup != null ? setup.url() : null,
          card.consent(),
          card.createdAt(),
          card.expiresAt());
    }
  }

  record CardAnswers(List<CardAnswer> items) {}

  @PostMapping(PATH)
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> save(Caller caller, @Valid @RequestBody CardRequest request) {
    if (!request.consent()) {
      return Problems.answer(
          Problem.of(BillingProblem.CONSENT_REQUIRED, SaveCard.CONSENT)
              .at("/consent", "must be true"));
    }
    return switch (saveCard.begin(caller.id())) {
      case SaveCard.Result.TooMany(int atMost) ->
          problem(BillingProblem.TOO_MANY_CARDS, "Keep at most " + atMost + "; remove one first.");
      case SaveCard.Result.NotNow _ ->
          problem(BillingProblem.STRIPE_UNAVAILABLE, "Nothing was saved; repeat the request.");
      case SaveCard.Result.Opening(SavedCard card) ->
          ResponseEntity.status(HttpStatus.CREATED).body(CardAnswer.of(card));
    };
  }

  @GetMapping(PATH)
  @AllowedTo(Role.HUMAN)
  CardAnswers cards(Caller caller) {
    return new CardAnswers(findCard.ofHuman(caller.id()).stream().map(CardAnswer::of).toList());
  }

  @DeleteMapping(PATH + "/{id}")
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> remove(Caller caller, @PathVariable String id) {
    return removeCard.remove(caller.id(), id)
        ? ResponseEntity.noContent().build()
        : problem(BillingProblem.PAYMENT_METHOD_UNKNOWN, "You have no saved card of that id.");
  }

  private static ResponseEntity<?> problem(BillingProblem code, String detail) {
    return Problems.answer(Problem.of(code, detail));
  }
}
