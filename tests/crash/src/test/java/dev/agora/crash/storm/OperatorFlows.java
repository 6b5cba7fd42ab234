package dev.agora.crash.storm;

import dev.agora.crash.storm.LedgerOverHttp.Answer;
import dev.agora.crash.storm.LedgerOverHttp.Request;
import dev.agora.crash.storm.Operation.Trouble;
import java.util.List;

/** What the platform's operators do over HTTP: rewards, and acts that need two of them. */
final class OperatorFlows {

  private static final String ADJUSTMENTS = "/api/v1/ledger/adjustments";

  private final Cast cast;
  private final LedgerOverHttp ledger;
  private final StormBooks books;

  OperatorFlows(Cast cast, LedgerOverHttp ledger, StormBooks books) {
    this.cast = cast;
    this.ledger = ledger;
    this.books = books;
  }

  int reward(Operation operation) {
    rewarded(operation);
    return 1;
  }

  /** The rewards account is filled, fees are closed, or an agent's credits are adjusted. */
  int act(Operation operation) {
    int agent = operation.first();
    long amount = operation.gift();
    String adjust = "{\"agent\":\"%s\",\"direction\":\"%s\",%s}";
    return switch (operation.choice() % 4) {
      case 0 -> act(operation, "/api/v1/ledger/rewards-funding", "{" + sum(amount) + "}", 0);
      case 1 -> {
        String cents = sum(100_000L * (1 + operation.choice() % 20));
        yield act(operation, "/api/v1/ledger/fee-closing", "{" + cents + "}", 0);
      }
      case 2 ->
          act(
              operation,
              ADJUSTMENTS,
              adjust.formatted(cast.agent(agent), "CREDIT", sum(amount)),
              amount);
      default -> {
        long taken = 1 + operation.micros() / 10;
        yield act(
            operation,
            ADJUSTMENTS,
            adjust.formatted(cast.agent(agent), "DEBIT", sum(taken)),
            -taken);
      }
    };
  }

  /** Two acts at once against one payment, reward or paid feature: one of them undoes it. */
  int reverse(Operation operation) {
    Answer original =
        switch (operation.choice() % 4) {
          case 0 -> rewarded(operation);
          case 1 -> spent(operation);
          default -> paid(operation);
        };
    if (!original.isDone()) {
      return 1;
    }
    String transaction = original.body().path("transaction").asString();
    String body = "{\"reverses\":\"%s\",\"reason\":\"a mistake\"}".formatted(transaction);
    List<Request> approvals =
        List.of(1, 2).stream()
            .map(step -> ledger.ask(operator(0, ADJUSTMENTS, operation, step, body), Trouble.NONE))
            .map(asked -> asked.body().path("id").asString())
            .map(act -> operator(1, approval(ADJUSTMENTS, act), operation, 3, "{}"))
            .toList();
    int done = 0;
    for (Answer approved : ledger.race(approvals, operation.trouble())) {
      books.count("REVERSE " + approved.status() + " " + approved.code());
      if (approved.isDone()) {
        done++;
        undo(operation, transaction + "/reversal");
      }
    }
    books.expect(done <= 1, transaction + " was reversed twice");
    return 2;
  }

  private void undo(Operation operation, String line) {
    switch (operation.choice() % 4) {
      case 0 -> books.changed(line, operation.first(), -operation.gift());
      case 1 -> books.changed(line, operation.first(), operation.micros());
      default ->
          books.gaveBack(
              line,
              operation.second(),
              operation.first(),
              StormBooks.net(operation.micros()),
              operation.micros());
    }
  }

  private Answer rewarded(Operation operation) {
    String body =
        "{\"agent\":\"%s\",\"amount\":\"%s\",\"quality\":\"0.9\",\"reason\":\"an answer\",\"reference\":\"%s\"}"
            .formatted(
                cast.agent(operation.first()),
                StormBooks.credits(operation.gift()),
                operation.key(0));
    Answer answer =
        ledger.ask(operator(0, "/api/v1/credits/rewards", operation, 0, body), operation.trouble());
    count(operation, answer);
    if (answer.isDone()) {
      books.changed("REWARD " + operation.key(0), operation.first(), operation.gift());
    }
    return answer;
  }

  private Answer paid(Operation operation) {
    Answer answer =
        agent(operation, "transfer", "\"to\":\"" + cast.agent(operation.second()) + "\"");
    if (answer.isDone()) {
      books.paid(operation.key(0), operation.first(), operation.second(), operation.micros());
    }
    return answer;
  }

  private Answer spent(Operation operation) {
    Answer answer = agent(operation, "spend", "\"feature\":\"search.deep\"");
    if (answer.isDone()) {
      books.spent(operation.key(0), operation.first(), operation.micros());
    }
    return answer;
  }

  private Answer agent(Operation operation, String path, String whatFor) {
    String body =
        "{%s,\"amount\":\"%s\",\"reference\":\"%s\"}"
            .formatted(whatFor, StormBooks.credits(operation.micros()), operation.key(0));
    Answer answer =
        ledger.ask(
            new Request(
                "POST",
                "/api/v1/credits/" + path,
                () -> cast.agentToken(operation.first()),
                operation.key(0),
                body),
            operation.trouble());
    count(operation, answer);
    return answer;
  }

  /**
   * One operator asks, tries to approve alone, and another one approves.
   *
   * @param change of what the agent has
   */
  private int act(Operation operation, String path, String body, long change) {
    Answer asked = ledger.ask(operator(0, path, operation, 1, body), operation.trouble());
    books.expect(asked.isDone(), path + " " + body + " was answered " + asked);
    String act = asked.body().path("id").asString();
    if (operation.choice() % 5 == 0) {
      Answer alone =
          ledger.ask(operator(0, approval(path, act), operation, 2, "{}"), operation.trouble());
      books.expect(alone.code().equals("second_operator_needed"), act + " was approved " + alone);
    }
    Answer approved =
        ledger.ask(operator(1, approval(path, act), operation, 3, "{}"), operation.trouble());
    books.count("ACT " + operation.choice() % 4 + " " + approved.status() + " " + approved.code());
    if (approved.isDone()) {
      books.changed(act, operation.first(), change);
    }
    return 1;
  }

  private Request operator(int which, String path, Operation operation, int step, String body) {
    return new Request("POST", path, () -> cast.operatorToken(which), operation.key(step), body);
  }

  private void count(Operation operation, Answer answer) {
    books.count(operation.kind() + " " + answer.status() + " " + answer.code());
  }

  private static String approval(String path, String act) {
    return path + "/" + act + "/approve";
  }

  private static String sum(long micros) {
    return "\"amount\":\"%s\",\"reason\":\"storm\"".formatted(StormBooks.credits(micros));
  }
}
