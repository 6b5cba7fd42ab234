package dev.agora.crash.storm;

import dev.agora.crash.storm.LedgerOverHttp.Answer;
import dev.agora.crash.storm.LedgerOverHttp.Request;
import dev.agora.crash.storm.Operation.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** What agents do over HTTP. */
final class AgentFlows {

  private static final String CREDITS = "/api/v1/credits/";

  private final Cast cast;
  private final LedgerOverHttp ledger;
  private final StormBooks books;
  private final int batch;

  AgentFlows(Cast cast, LedgerOverHttp ledger, StormBooks books, int batch) {
    this.cast = cast;
    this.ledger = ledger;
    this.books = books;
    this.batch = batch;
  }

  /** How many postings were asked for. */
  int pay(Operation operation) {
    String reference = operation.key(0);
    Answer answer =
        ledger.ask(post(operation, 0, "transfer", body(operation)), operation.trouble());
    count(operation, answer);
    if (answer.isDone()) {
      books.paid(reference, operation.first(), operation.second(), operation.micros());
    }
    return 1;
  }

  int payMany(Operation operation) {
    String payments =
        IntStream.range(0, batch)
            .mapToObj(
                index ->
                    payment(operation.payee(index), amount(operation, index), operation.key(index)))
            .collect(Collectors.joining(","));
    boolean atomic = operation.choice() % 2 == 0;
    String body = "{\"transfers\":[%s],\"atomic\":%s}".formatted(payments, atomic);
    Answer answer = ledger.ask(post(operation, batch, "transfers", body), operation.trouble());
    if (!answer.isDone()) {
      count(operation, answer);
      return batch;
    }
    for (JsonNode result : answer.body().path("results")) {
      int index = result.path("index").asInt();
      boolean posted = result.path("status").asString().equals("POSTED");
      books.count(posted ? "PAY_MANY 200" : "PAY_MANY refused");
      if (posted) {
        books.paid(
            operation.key(index),
            operation.first(),
            operation.payee(index),
            amount(operation, index));
      }
    }
    return batch;
  }

  int spend(Operation operation) {
    String reference = operation.key(0);
    String body =
        "{\"feature\":\"search.deep\",\"amount\":\"%s\",\"reference\":\"%s\"}"
            .formatted(StormBooks.credits(operation.micros()), reference);
    Answer answer = ledger.ask(post(operation, 0, "spend", body), operation.trouble());
    count(operation, answer);
    if (answer.isDone()) {
      books.spent(reference, operation.first(), operation.micros());
    }
    return 1;
  }

  /** Four captures of a third each at once, of which three fit, and then what is left goes back. */
  int hold(Operation operation) {
    long amount = operation.micros() / 3 * 3 + 3;
    boolean brief = operation.choice() % 6 == 0;
    String body =
        "{\"to\":\"%s\",\"amount\":\"%s\",\"expiresIn\":\"%s\",\"reference\":\"%s\"}"
            .formatted(
                cast.agent(operation.second()),
                StormBooks.credits(amount),
                brief ? "PT1S" : "PT1H",
                operation.key(0));
    Answer placed = ledger.ask(post(operation, 0, "holds", body), operation.trouble());
    count(operation, placed);
    if (!placed.isDone()) {
      return 1;
    }
    books.setAside("HOLD " + operation.key(0), operation.first(), amount);
    books.counted(operation.first(), amount);
    String hold = placed.body().path("id").asString();
    return 1 + end(operation, hold, amount);
  }

  private int end(Operation operation, String hold, long amount) {
    Supplier<String> token = () -> cast.agentToken(operation.second());
    long third = amount / 3;
    List<Request> captures = new ArrayList<>();
    for (int part = 1; part <= 4; part++) {
      captures.add(
          new Request(
              "POST",
              CREDITS + "holds/" + hold + "/capture",
              token,
              operation.key(part),
              "{\"amount\":\"%s\"}".formatted(StormBooks.credits(third))));
    }
    int wanted = operation.choice() % 4 == 0 ? 1 : 4;
    long left = amount;
    for (Answer answer : ledger.race(captures.subList(0, wanted), operation.trouble())) {
      books.count("CAPTURE " + answer.status());
      if (answer.isDone()) {
        left -= third;
        String line = "CAPTURE %s %d".formatted(hold, third);
        books.captured(line, operation.first(), operation.second(), third);
      }
    }
    if (operation.choice() % 3 == 0) {
      books.mayExpire(hold, operation.first(), left);
      return wanted;
    }
    Request release =
        new Request("POST", CREDITS + "holds/" + hold + "/release", token, operation.key(5), "{}");
    Answer answer = ledger.ask(release, operation.trouble());
    books.count("RELEASE " + answer.status());
    if (answer.isDone()) {
      books.setAside("RELEASE %s %d".formatted(hold, left), operation.first(), -left);
    } else {
      books.mayExpire(hold, operation.first(), left);
    }
    return wanted + 1;
  }

  /** One key twice with two bodies, then one reference twice with two keys: one payment of all. */
  int reuse(Operation operation) {
    int paid = pay(operation);
    String other = payment(operation.second(), operation.micros() + 1, operation.key(0));
    Answer first = ledger.ask(post(operation, 0, "transfer", body(operation)), Trouble.NONE);
    Answer sameKey = ledger.ask(post(operation, 0, "transfer", other), operation.trouble());
    books.count("REUSE key " + sameKey.status() + " " + sameKey.code());
    books.expect(
        !first.isKept() || sameKey.code().equals("idempotency_key_reused"),
        operation.key(0) + " was used with two bodies, and answered " + sameKey);
    if (first.isDone()) {
      Answer sameReference = ledger.ask(post(operation, 1, "transfer", other), operation.trouble());
      books.count("REUSE reference " + sameReference.status() + " " + sameReference.code());
      books.expect(!sameReference.isDone(), operation.key(0) + " was paid twice: " + sameReference);
    }
    return paid + 2;
  }

  private void count(Operation operation, Answer answer) {
    books.count(operation.kind() + " " + answer.status());
  }

  private Request post(Operation operation, int step, String path, String body) {
    return new Request(
        "POST",
        CREDITS + path,
        () -> cast.agentToken(operation.first()),
        operation.key(step),
        body);
  }

  private String body(Operation operation) {
    return payment(operation.second(), operation.micros(), operation.key(0));
  }

  private String payment(int payee, long micros, String reference) {
    return "{\"to\":\"%s\",\"amount\":\"%s\",\"reference\":\"%s\"}"
        .formatted(cast.agent(payee), StormBooks.credits(micros), reference);
  }

  private long amount(Operation operation, int index) {
    return 1 + operation.micros() * (1 + index % 5) / (4L * batch);
  }
}
