package dev.agora.bench.history;

import dev.agora.bench.measure.HttpConnection;
import dev.agora.bench.measure.Workers;
import java.io.IOException;
import java.net.URI;
import java.util.random.RandomGenerator;

/** Asks the same question over and over. */
final class Pages implements Workers.Worker {
  private final HttpConnection connection;
  private final String path;
  private final String token;

  Pages(URI ledger, Question question, String token) throws IOException {
    this.connection = new HttpConnection(ledger);
    this.path = question.path();
    this.token = token;
  }

  @Override
  public int call(RandomGenerator random) throws IOException {
    HttpConnection.Response response = connection.get(path, token);
    if (response.status() != 200 || response.body().contains("\"items\":[]")) {
      throw new IOException(path + " was answered " + response);
    }
    return 1;
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
