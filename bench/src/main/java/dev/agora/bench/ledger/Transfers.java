package dev.agora.bench.ledger;

import dev.agora.bench.measure.HttpConnection;
import dev.agora.bench.measure.Workers;
import dev.agora.local.launcher.client.Agent;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/** Pays from a random agent to another through the gateway, one payment a request. */
final class Transfers implements Workers.Worker {
  private static final AtomicLong KEYS = new AtomicLong();
  private static final String AMOUNT = "0.01";

  /** Whom they pay. */
  enum Payee {
    ANYBODY,
    ALWAYS_THE_SAME
  }

  private final HttpConnection connection;
  private final List<Agent> agents;
  private final Payee payee;

  Transfers(URI gateway, Population population, Payee payee) throws IOException {
    this.connection = new HttpConnection(gateway);
    this.agents = population.agents();
    this.payee = payee;
  }

  @Override
  public int call(RandomGenerator random) throws IOException {
    int from = 1 + random.nextInt(agents.size() - 1);
    int to = payee == Payee.ALWAYS_THE_SAME ? 0 : otherThan(from, random);
    HttpConnection.Response response =
        connection.post(
            "/api/v1/credits/transfer",
            agents.get(from).key(),
            "bench-" + KEYS.incrementAndGet(),
            "{\"to\":\"" + agents.get(to).id() + "\",\"amount\":\"" + AMOUNT + "\"}");
    if (response.status() != 201) {
      throw new IOException("a payment was answered " + response);
    }
    return 1;
  }

  private int otherThan(int agent, RandomGenerator random) {
    int other = random.nextInt(agents.size() - 1);
    return other < agent ? other : other + 1;
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
