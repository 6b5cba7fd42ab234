package dev.agora.bench.ledger;

import dev.agora.bench.measure.HttpConnection;
import dev.agora.bench.measure.Workers;
import dev.agora.local.launcher.client.Agent;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pays a thousand agents with one call through the gateway. */
final class Batches implements Workers.Worker {
  /** As many as a call may hold. */
  private static final int SIZE = 1000;

  /** So little that an agent's few credits last for all rounds. */
  private static final String AMOUNT = "0.0001";

  private static final AtomicLong KEYS = new AtomicLong();

  private final HttpConnection connection;
  private final List<Agent> agents;

  Batches(URI gateway, Population population) throws IOException {
    this.connection = new HttpConnection(gateway);
    this.agents = population.agents();
  }

  @Override
  public int call(RandomGenerator random) throws IOException {
    int payer = random.nextInt(agents.size());
    String payments =
        IntStream.range(0, SIZE)
            .map(index -> (payer + 1 + random.nextInt(agents.size() - 1)) % agents.size())
            .mapToObj(payee -> agents.get(payee).id())
            .map(payee -> "{\"to\":\"" + payee + "\",\"amount\":\"" + AMOUNT + "\"}")
            .collect(Collectors.joining(",", "{\"transfers\":[", "]}"));
    HttpConnection.Response response =
        connection.post(
            "/api/v1/credits/transfers",
            agents.get(payer).key(),
            "bench-batch-" + KEYS.incrementAndGet(),
            payments);
    if (response.status() != 200 || response.body().contains("REJECTED")) {
      throw new IOException("a batch was answered " + response.status());
    }
    return SIZE;
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
