package dev.agora.operations;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.page.PageRequest;
import dev.agora.messaging.deadletter.DeadLetter;
import dev.agora.messaging.deadletter.DeadLetterOperations;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Messages that no retry could handle: operators and auditors see them, operators send back. */
@RestController
@RequestMapping("/api/v1/platform/{service}/dead-letters")
class DeadLetterController {

  private final DeadLetterOperations letters;
  private final ServedHere here;

  DeadLetterController(DeadLetterOperations letters, ServedHere here) {
    this.letters = letters;
    this.here = here;
  }

  record ListedLetter(
      String id,
      String topic,
      String consumer,
      @Nullable String key,
      @Nullable String type,
      String error,
      Instant storedAt,
      @Nullable Instant replayedAt,
      @Nullable String replayedBy) {

    static ListedLetter of(DeadLetter letter) {
      return new ListedLetter(
          letter.id().toString(),
          letter.topic(),
          letter.consumer(),
          letter.key(),
          letter.type(),
          letter.error(),
          letter.storedAt(),
          letter.replayedAt(),
          letter.replayedBy());
    }
  }

  /**
   * A dead letter as it arrived.
   *
   * @param payload as text; null if there was none
   */
  record LetterResponse(
      ListedLetter letter,
      int partition,
      long offset,
      Map<String, String> headers,
      @Nullable String payload) {

    static LetterResponse of(DeadLetter letter) {
      return new LetterResponse(
          ListedLetter.of(letter),
          letter.partition(),
          letter.offset(),
          letter.headers(),
          letter.payload());
    }
  }

  @GetMapping
  @AllowedTo({Role.OPERATOR, Role.AUDITOR})
  ResponseEntity<?> list(
      @PathVariable String service,
      @RequestParam(required = false) @Nullable Boolean replayed,
      PageRequest page) {
    if (!here.is(service)) {
      return ServedHere.notFound();
    }
    boolean waitingOnly = !Boolean.TRUE.equals(replayed);
    List<ListedLetter> found =
        letters.list(waitingOnly, here.after(page), page.fetchLimit()).stream()
            .map(ListedLetter::of)
            .toList();
    return ResponseEntity.ok(page.pageOf(found, ListedLetter::id));
  }

  @GetMapping("/{id}")
  @AllowedTo({Role.OPERATOR, Role.AUDITOR})
  ResponseEntity<?> show(@PathVariable String service, @PathVariable String id) {
    return here.id(service, id)
        .flatMap(letters::find)
        .<ResponseEntity<?>>map(letter -> ResponseEntity.ok(LetterResponse.of(letter)))
        .orElseGet(ServedHere::notFound);
  }

  @PostMapping("/{id}/replay")
  @AllowedTo(value = Role.OPERATOR, fresh = true)
  ResponseEntity<?> replay(Caller caller, @PathVariable String service, @PathVariable String id) {
    return here.id(service, id)
        .flatMap(letter -> letters.replay(letter, caller.id()))
        .<ResponseEntity<?>>map(letter -> ResponseEntity.ok(LetterResponse.of(letter)))
        .orElseGet(ServedHere::notFound);
  }
}
