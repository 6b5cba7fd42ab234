package dev.agora.bench.search;

import dev.agora.bench.measure.HttpConnection;
import dev.agora.bench.measure.Workers;
import java.io.IOException;
import java.net.URI;
import java.util.random.RandomGenerator;

/** Searches in one way, each time for something else. */
final class Searches implements Workers.Worker {
  private static final String SERVICES = "/api/v1/marketplace/services?";

  private final HttpConnection connection;
  private final Kind kind;
  private final String token;

  Searches(URI market, Kind kind, String token) throws IOException {
    this.connection = new HttpConnection(market);
    this.kind = kind;
    this.token = token;
  }

  @Override
  public int call(RandomGenerator random) throws IOException {
    String path = SERVICES + kind.query(random);
    HttpConnection.Response response = connection.get(path, token);
    if (response.status() != 200) {
      throw new IOException(path + " was answered " + response);
    }
    return 1;
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
