package dev.agora.ledger.hold;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.caller.Scope;
import dev.agora.http.idempotency.IdempotencyKey;
import dev.agora.http.page.FreshIds;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.agent.KnownAgents;
import dev.agora.ledger.journal.PostingQueue;
import dev.agora.ledger.posting.Note;
import dev.agora.ledger.posting.PlainHold;
import dev.agora.money.Credits;
import dev.agora.money.Economy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Payments to come, over HTTP: the payer places, the payee captures or releases. */
@RestController
class HoldController {

  private static final Duration EXPIRES_MIN = Duration.ofSeconds(1);
  private static final Duration EXPIRES_MAX = Duration.ofDays(90);
  private static final String NO_CONTROLS = "[^\\p{Cc}\\p{Cs}]*";
  private static final String NO_CONTROLS_CLAUSE = "must not contain control characters";

  private final PostingQueue queue;
  private final KnownAgents agents;
  private final JdbcPlainHolds holds;
  private final HoldIds ids;
  private final Economy economy;

  HoldController(
      PostingQueue queue, KnownAgents agents, JdbcPlainHolds holds, HoldIds ids, Economy economy) {
    this.queue = queue;
    this.agents = agents;
    this.holds = holds;
    this.ids = ids;
    this.economy = economy;
  }

  /**
   * What to set aside.
   *
   * @param expiresIn from a second to 90 days, such as {@code PT1H}
   */
  record PlaceRequest(
      @NotNull String to,
      @NotNull Credits amount,
      @NotNull String expiresIn,
      @Size(max = 500) @Pattern(regexp = NO_CONTROLS, message = NO_CONTROLS_CLAUSE)
          @Nullable String memo,
      @Size(min = 1, max = 200) @Pattern(regexp = NO_CONTROLS, message = NO_CONTROLS_CLAUSE)
          @Nullable String reference) {}

  /** How much to capture; all that is left if that is not said. */
  record CaptureRequest(@Nullable Credits amount) {}

  @PostMapping("/api/v1/credits/holds")
  @AllowedTo(value = Role.AGENT, scopes = Scope.CREDITS_SPEND)
  ResponseEntity<?> place(
      Caller caller, IdempotencyKey key, @Valid @RequestBody PlaceRequest request) {
    Optional<Duration> expiresIn = duration(request.expiresIn());
    if (expiresIn.isEmpty()) {
      return Problems.answer(
          Problem.of(CommonProblem.INVALID_REQUEST, "A field of the body is wrong.")
              .at("/expiresIn", "must be a duration from PT1S to P90D, such as PT1H"));
    }
    Optional<AgentId> payee =
        AgentId.parse(request.to()).filter(id -> FreshIds.await(() -> agents.find(id)).isPresent());
    if (payee.isEmpty()) {
      return Problems.answer(HoldAnswers.noPayee(request.to()));
    }
    PlainHold.Place place = posting(caller, payee.get(), expiresIn.get(), request);
    URI address = URI.create("/api/v1/credits/holds/" + place.hold());
    return queue.post(key, place, HoldAnswers.to(place, address));
  }

  @PostMapping("/api/v1/credits/holds/{id}/capture")
  @AllowedTo(value = Role.AGENT, scopes = Scope.CREDITS_SPEND)
  ResponseEntity<?> capture(
      Caller caller,
      IdempotencyKey key,
      @PathVariable String id,
      @Valid @RequestBody(required = false) @Nullable CaptureRequest request) {
    return asPayee(
        caller,
        id,
        key,
        (hold, payer, payee) ->
            new PlainHold.Capture(
                ids.next(hold, "capture"),
                hold,
                payer,
                payee,
                request == null ? null : request.amount(),
                economy.transferFee()));
  }

  @PostMapping("/api/v1/credits/holds/{id}/release")
  @AllowedTo(value = Role.AGENT, scopes = Scope.CREDITS_SPEND)
  ResponseEntity<?> release(Caller caller, IdempotencyKey key, @PathVariable String id) {
    return asPayee(
        caller,
        id,
        key,
        (hold, payer, payee) ->
            new PlainHold.Release(ids.next(hold, "release"), hold, payer, payee));
  }

  @GetMapping("/api/v1/credits/holds/{id}")
  @AllowedTo(value = Role.AGENT, scopes = Scope.CREDITS_READ)
  ResponseEntity<?> hold(Caller caller, @PathVariable String id) {
    return HoldId.parse(id)
        .flatMap(hold -> holds.find(hold, caller.id()))
        .<ResponseEntity<?>>map(ResponseEntity::ok)
        .orElseGet(HoldAnswers::notFound);
  }

  @FunctionalInterface
  private interface Wish {

    PlainHold of(HoldId hold, AgentId payer, AgentId payee);
  }

  private ResponseEntity<?> asPayee(Caller caller, String id, IdempotencyKey key, Wish wish) {
    Optional<HoldView> found =
        HoldId.parse(id)
            .flatMap(hold -> holds.find(hold, caller.id()))
            .filter(hold -> hold.to().equals(caller.id()));
    if (found.isEmpty()) {
      return HoldAnswers.notFound();
    }
    HoldView hold = found.get();
    PlainHold posting =
        wish.of(new HoldId(hold.id()), new AgentId(hold.from()), new AgentId(hold.to()));
    return queue.post(key, posting, HoldAnswers.to(posting, null));
  }

  private PlainHold.Place posting(
      Caller caller, AgentId payee, Duration expiresIn, PlaceRequest request) {
    HoldId hold = ids.next();
    return new PlainHold.Place(
        ids.next(hold, "place"),
        hold,
        new AgentId(caller.id()),
        payee,
        request.amount(),
        economy.transferFee(),
        expiresIn,
        new Note(request.reference(), request.memo(), Map.of()));
  }

  private static Optional<Duration> duration(String text) {
    try {
      Duration duration = Duration.parse(text);
      boolean fits = duration.compareTo(EXPIRES_MIN) >= 0 && duration.compareTo(EXPIRES_MAX) <= 0;
      return fits ? Optional.of(duration) : Optional.empty();
    } catch (DateTimeParseException | ArithmeticException malformed) {
      return Optional.empty();
    }
  }
}
