package dev.agora.crash.storm;

import static org.awaitility.Awaitility.await;

import dev.agora.crash.storm.LedgerOverHttp.Answer;
import dev.agora.crash.storm.LedgerOverHttp.Request;
import dev.agora.crash.storm.LedgerOverKafka.Command;
import dev.agora.crash.storm.Operation.Trouble;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What owners decide about their agents while these pay: freezes, limits, coming and going. */
final class OwnerFlows {

  /** These agents may spend no more than that in a day. */
  static final int[] LIMITED = {0, 2};

  static final long DAILY = 900_000_000L;

  /** The largest payment of these agents is now the one and now the other. */
  static final int[] CAPPED = {4, 6};

  static final long CAP = 30_000_000L;
  private static final long LOW_CAP = 5_000_000L;

  /** These agents may never pay that one. */
  static final int[] RESTRICTED = {8, 10};

  static final int BLOCKED = 12;

  private static final long GIVEN = 1_000_000L;
  private static final Duration KNOWN_WITHIN = Duration.ofMinutes(6);

  private final Cast cast;
  private final LedgerOverHttp http;
  private final LedgerOverKafka kafka;
  private final AgentFlows agents;
  private final StormBooks books;

  OwnerFlows(
      Cast cast, LedgerOverHttp http, LedgerOverKafka kafka, AgentFlows agents, StormBooks books) {
    this.cast = cast;
    this.http = http;
    this.kafka = kafka;
    this.agents = agents;
    this.books = books;
  }

  /** The limits that hold from the start. */
  void begin() {
    for (int agent : LIMITED) {
      limit(agent, "{\"daily\":\"%s\"}".formatted(StormBooks.credits(DAILY)), Trouble.NONE);
    }
    for (int agent : CAPPED) {
      limit(agent, cap(CAP), Trouble.NONE);
    }
    for (int agent : RESTRICTED) {
      limit(agent, blocking(), Trouble.NONE);
    }
  }

  /** Its owner freezes it, it can not pay, its owner lets it pay again. */
  int freeze(Operation operation) {
    if (!cast.isOwned(operation.first())) {
      return agents.pay(operation);
    }
    change(operation, "freeze");
    int paid = agents.pay(operation);
    change(operation, "unfreeze");
    return paid;
  }

  /** Its owner changes what it may spend, while it pays. */
  int limit(Operation operation) {
    int which = operation.choice() / 2 % 2;
    if (operation.choice() % 4 == 0) {
      limit(RESTRICTED[which], blocking(), operation.trouble());
    } else {
      limit(CAPPED[which], cap(operation.choice() % 8 < 4 ? CAP : LOW_CAP), operation.trouble());
    }
    return agents.pay(operation);
  }

  /** An agent registers, is claimed, is paid, pays it back, is closed, and can not be paid then. */
  int newcomer(Operation operation) {
    String agent = operation.id("agt_");
    Supplier<String> owner = () -> cast.ownerToken(0);
    tell(agent, null, 1);
    Answer paid = pay(operation, agent, 1);
    if (!paid.isDone()) {
      return 1;
    }
    books.paidOut(operation.key(1), operation.first(), GIVEN);
    tell(agent, cast.owner(0), 2);
    Request close = new Request("DELETE", "/api/v1/agents/" + agent, owner, "", "");
    Answer early = whenKnown(close, Trouble.NONE);
    books.expect(early.code().equals("agent_not_empty"), agent + " was closed early: " + early);
    long left = StormBooks.net(GIVEN);
    String body =
        "{\"to\":\"%s\",\"amount\":\"%s\",\"reference\":\"%s\"}"
            .formatted(cast.agent(operation.first()), StormBooks.credits(left), operation.key(2));
    Supplier<String> token = () -> cast.newcomerToken(agent);
    Answer back =
        http.ask(
            new Request("POST", "/api/v1/credits/transfer", token, operation.key(2), body),
            operation.trouble());
    books.expect(back.isDone(), agent + " could not pay what it had: " + back);
    books.changed("TRANSFER " + operation.key(2), operation.first(), StormBooks.net(left));
    Answer closed = http.ask(close, operation.trouble());
    books.expect(
        closed.isDone() || closed.code().equals("agent_closed"),
        agent + " was not closed: " + closed);
    Answer late = pay(operation, agent, 3);
    books.expect(!late.isDone(), agent + " was paid after its end: " + late);
    books.count("NEWCOMER " + late.status());
    return 3;
  }

  /** Tells the ledger of an agent, as accounts-service does. */
  void tell(String agent, @Nullable String owner, int version) {
    Map<String, @Nullable Object> payload = new HashMap<>();
    payload.put("agentId", agent);
    payload.put("name", "Agent " + agent);
    payload.put("owner", owner);
    payload.put("status", "ACTIVE");
    payload.put("version", version);
    payload.put("at", "2026-11-22T09:30:00Z");
    kafka.tell(
        "accounts.events.v1",
        new Command(agent + " " + version, "accounts.agent-changed", agent, payload));
  }

  private Answer pay(Operation operation, String agent, int step) {
    String body =
        "{\"to\":\"%s\",\"amount\":\"%s\",\"reference\":\"%s\"}"
            .formatted(agent, StormBooks.credits(GIVEN), operation.key(step));
    Supplier<String> token = () -> cast.agentToken(operation.first());
    return whenKnown(
        new Request("POST", "/api/v1/credits/transfer", token, operation.key(step), body),
        operation.trouble());
  }

  /** The answer once the ledger has heard of the agent. */
  private Answer whenKnown(Request request, Trouble trouble) {
    AtomicReference<Answer> answer = new AtomicReference<>(http.ask(request, trouble));
    await()
        .atMost(KNOWN_WITHIN)
        .until(
            () ->
                answer.get().status() != 404
                    || answer.updateAndGet(any -> http.ask(request, trouble)).status() != 404);
    return answer.get();
  }

  private void change(Operation operation, String verb) {
    String path = "/api/v1/agents/" + cast.agent(operation.first()) + "/" + verb;
    Supplier<String> owner = () -> cast.ownerToken(operation.first());
    Answer answer = http.ask(new Request("POST", path, owner, "", ""), operation.trouble());
    books.count("FREEZE " + answer.status());
    books.expect(answer.isDone(), path + " was answered " + answer);
  }

  private void limit(int agent, String body, Trouble trouble) {
    String path = "/api/v1/agents/" + cast.agent(agent) + "/limits";
    Answer answer =
        http.ask(new Request("PUT", path, () -> cast.ownerToken(agent), "", body), trouble);
    books.count("LIMIT " + answer.status());
    books.expect(answer.isDone(), path + " was answered " + answer);
  }

  private static String cap(long micros) {
    return "{\"perPayment\":\"%s\"}".formatted(StormBooks.credits(micros));
  }

  private String blocking() {
    return "{\"blocked\":[\"%s\"]}".formatted(cast.agent(BLOCKED));
  }
}
