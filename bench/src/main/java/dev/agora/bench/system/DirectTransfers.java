package dev.agora.bench.system;

import dev.agora.bench.measure.HttpConnection;
import dev.agora.bench.measure.Workers;
import dev.agora.local.launcher.Part;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Pays from a random agent to another at a ledger service, one payment a request. */
public final class DirectTransfers implements Workers.Worker {
  /** Whom they pay. */
  public enum Payee {
    ANYBODY,
    ALWAYS_THE_SAME
  }

  private final HttpConnection connection;
  private final Gateway gateway;
  private final List<String> agents;
  private final Payee payee;

  /**
   * Connects.
   *
   * @param agents those that pay and are paid, with credits to spend
   */
  public DirectTransfers(URI ledger, Gateway gateway, List<String> agents, Payee payee)
      throws IOException {
    this.connection = new HttpConnection(ledger);
    this.gateway = gateway;
    this.agents = agents;
    this.payee = payee;
  }

  @Override
  public int call(RandomGenerator random) throws IOException {
    int from = 1 + random.nextInt(agents.size() - 1);
    int to =
        payee == Payee.ALWAYS_THE_SAME
            ? 0
            : (from + 1 + random.nextInt(agents.size() - 1)) % agents.size();
    HttpConnection.Response response =
        connection.post(
            "/api/v1/credits/transfer",
            gateway.tokenOf(agents.get(from), Part.LEDGER),
            UUID.randomUUID().toString(),
            "{\"to\":\"" + agents.get(to) + "\",\"amount\":\"0.01\"}");
    if (response.status() != 201) {
      throw new IOException("a payment was answered " + response);
    }
    return 1;
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
