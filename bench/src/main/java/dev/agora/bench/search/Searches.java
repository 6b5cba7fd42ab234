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
  private final Query query;
  private final String token;

  Searches(URI market, Query query, String token) throws IOException {
    this.connection = new HttpConnection(market);
    this.query = query;
    this.token = token;
  }

  @Override
  public int call(RandomGenerator random) throws IOException {
    String path = SERVICES + query.of(random);
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
