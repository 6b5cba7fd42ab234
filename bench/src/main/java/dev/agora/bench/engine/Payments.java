package dev.agora.bench.engine;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.agora.bench.measure.Workers;
import dev.agora.http.idempotency.IdempotencyKey;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.journal.PostingQueue;
import dev.agora.ledger.posting.Note;
import dev.agora.ledger.posting.Outcome;
import dev.agora.ledger.posting.Posting;
import dev.agora.ledger.posting.PostingId;
import dev.agora.ledger.statement.Balance;
import dev.agora.money.Credits;
import dev.agora.money.Economy;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * Pays from a random agent to another as the controller of {@code POST /credits/transfer} does once
 * it has read the request: through the queue, with an idempotency key and an answer to keep.
 */
final class Payments implements Workers.Worker {
  private static final Credits AMOUNT = Credits.parse("0.01");
  private static final String PATH = "/api/v1/credits/transfer";
  private static final String BODY_HASH = "0".repeat(64);

  private final PostingQueue queue;
  private final Economy economy;
  private final List<AgentId> agents;

  Payments(Engine engine, Crowd crowd) {
    this.queue = engine.bean(PostingQueue.class);
    this.economy = engine.bean(Economy.class);
    this.agents = crowd.agents();
  }

  /** What the controller answers, and the ledger keeps for repetitions. */
  private record Answer(
      String id,
      String transaction,
      String from,
      String to,
      Credits amount,
      Credits fee,
      int feeBps,
      Credits net,
      Instant at,
      Map<String, String> metadata,
      Balance balance) {}

  @Override
  public int call(RandomGenerator random) throws IOException {
    int from = random.nextInt(agents.size());
    int to = (from + 1 + random.nextInt(agents.size() - 1)) % agents.size();
    Posting.Transfer transfer =
        new Posting.Transfer(
            new PostingId(freshId()),
            agents.get(from),
            agents.get(to),
            AMOUNT,
            economy.transferFee(),
            Note.NONE);
    IdempotencyKey key =
        new IdempotencyKey(transfer.payer().value(), PATH, UUID.randomUUID().toString(), BODY_HASH);
    ResponseEntity<?> answer = queue.post(key, transfer, outcome -> answer(transfer, outcome));
    if (!answer.getStatusCode().isSameCodeAs(HttpStatus.CREATED)) {
      throw new IOException("a payment was answered " + answer);
    }
    return 1;
  }

  @Override
  public void close() {}

  private static ResponseEntity<?> answer(Posting.Transfer transfer, Outcome outcome) {
    if (!(outcome instanceof Outcome.Accepted accepted)) {
      return ResponseEntity.unprocessableContent().body(outcome.toString());
    }
    Credits fee = transfer.feeRate().of(transfer.amount());
    Instant at = accepted.transaction().at();
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(
            new Answer(
                transfer.id().value(),
                accepted.transaction().id().value(),
                transfer.payer().value(),
                transfer.payee().value(),
                transfer.amount(),
                fee,
                transfer.feeRate().basisPoints(),
                transfer.amount().minus(fee),
                at,
                Map.of(),
                Balance.of(Objects.requireNonNull(accepted.wallets().get(transfer.payer())), at)));
  }

  /** As the ledger makes them: in the order of time, so that the index grows at its end. */
  private static String freshId() {
    return "trf_" + UuidCreator.getTimeOrderedEpochPlus1().toString().replace("-", "");
  }
}
