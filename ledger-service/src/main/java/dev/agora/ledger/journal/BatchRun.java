package dev.agora.ledger.journal;

import dev.agora.http.idempotency.IdempotencyKey;
import dev.agora.http.idempotency.StoredAnswer;
import dev.agora.http.idempotency.StoredAnswers;
import dev.agora.jdbc.JdbcAnswer;
import dev.agora.jdbc.JdbcScript;
import dev.agora.ledger.journal.PostingMetrics.Stage;
import dev.agora.ledger.posting.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Decides the requests of one transaction, each key once. */
@Component
class BatchRun implements Decisions {

  /**
   * What became of the requests, valid once the transaction has committed.
   *
   * @param answers of those that are answered
   * @param again repetitions of a request in the same batch that had no answer to keep: they have
   *     to be decided on their own
   */
  record Result(Map<Ticket, ResponseEntity<?>> answers, List<Ticket> again) {}

  /** What makes two requests the same; another body makes the second one wrong, not different. */
  private record Identity(String callerId, String path, String key) {

    static Identity of(IdempotencyKey key) {
      return new Identity(key.callerId(), key.path(), key.key());
    }
  }

  private final JdbcJournal journal;
  private final Postings postings;
  private final StoredAnswers storedAnswers;
  private final JsonMapper json;
  private final PostingMetrics metrics;

  BatchRun(
      JdbcJournal journal,
      Postings postings,
      StoredAnswers storedAnswers,
      JsonMapper json,
      PostingMetrics metrics) {
    this.journal = journal;
    this.postings = postings;
    this.storedAnswers = storedAnswers;
    this.json = json;
    this.metrics = metrics;
  }

  @Override
  public Result decide(List<Ticket> tickets) {
    JdbcScript script = journal.script();
    JdbcAnswer<StoredAnswer> found =
        storedAnswers.find(script, tickets.stream().map(Ticket::key).toList());
    Opening opening =
        postings.lock(
            script,
            tickets.stream().flatMap(ticket -> ticket.group().postings().stream()).toList());
    metrics.run(Stage.LOCK, script::run);
    Map<Identity, StoredAnswer> stored = new HashMap<>();
    found.rows().forEach(answer -> stored.put(Identity.of(answer.key()), answer));
    Map<Ticket, ResponseEntity<?>> answers = new HashMap<>();
    postAll(script, opening, firstOfEachKey(tickets, stored), answers, stored);
    List<Ticket> again = new ArrayList<>();
    for (Ticket ticket : tickets) {
      StoredAnswer answer = stored.get(Identity.of(ticket.key()));
      if (!answers.containsKey(ticket)) {
        if (answer == null) {
          again.add(ticket);
        } else {
          answers.put(ticket, answer.replayTo(ticket.key()));
        }
      }
    }
    return new Result(answers, again);
  }

  private static List<Ticket> firstOfEachKey(
      List<Ticket> tickets, Map<Identity, StoredAnswer> stored) {
    Map<Identity, Ticket> first = new LinkedHashMap<>();
    for (Ticket ticket : tickets) {
      Identity identity = Identity.of(ticket.key());
      if (!stored.containsKey(identity)) {
        first.putIfAbsent(identity, ticket);
      }
    }
    return List.copyOf(first.values());
  }

  /** Posts the first request of each key, and adds the answers that are kept to the stored ones. */
  private void postAll(
      JdbcScript script,
      Opening opening,
      List<Ticket> tickets,
      Map<Ticket, ResponseEntity<?>> answers,
      Map<Identity, StoredAnswer> stored) {
    if (tickets.isEmpty()) {
      return;
    }
    List<List<Outcome>> outcomes =
        postings.postGroups(script, opening, tickets.stream().map(Ticket::group).toList());
    long begin = System.nanoTime();
    List<StoredAnswer> kept = new ArrayList<>();
    for (int index = 0; index < tickets.size(); index++) {
      Ticket ticket = tickets.get(index);
      ResponseEntity<?> answer = ticket.answerTo(outcomes.get(index));
      StoredAnswer written = write(ticket.key(), answer);
      answers.put(ticket, asWritten(answer, written));
      if (isKept(ticket, written)) {
        kept.add(written);
        stored.put(Identity.of(ticket.key()), written);
      }
    }
    storedAnswers.store(script, kept);
    metrics.add(Stage.ANSWER, System.nanoTime() - begin);
    metrics.run(Stage.WRITE, script::run);
  }

  /**
   * The refusal of an atomic group is kept although it is a 422. Its caller was told that none was
   * made; an earlier request with the same key that is still on its way would be decided anew, and
   * could be posted after that (ADR 0029).
   */
  private static boolean isKept(Ticket ticket, StoredAnswer answer) {
    return ticket.group().atomic() || StoredAnswer.isFinal(answer.status());
  }

  private StoredAnswer write(IdempotencyKey key, ResponseEntity<?> answer) {
    MediaType type = answer.getHeaders().getContentType();
    return new StoredAnswer(
        key,
        answer.getStatusCode().value(),
        (type == null ? MediaType.APPLICATION_JSON : type).toString(),
        json.writeValueAsString(answer.getBody()));
  }

  private static ResponseEntity<?> asWritten(ResponseEntity<?> answer, StoredAnswer written) {
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .contentType(MediaType.parseMediaType(written.contentType()))
        .body(written.body().getBytes(StandardCharsets.UTF_8));
  }
}
