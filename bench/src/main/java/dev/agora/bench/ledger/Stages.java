package dev.agora.bench.ledger;

import dev.agora.bench.measure.Rounds;
import dev.agora.bench.measure.Throughput;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the time of the ledger's batches goes to, as the service itself counts it, summed over the
 * measurements of one kind.
 */
final class Stages {
  private static final Pattern LINE =
      Pattern.compile(
          "agora_ledger_batch_stage_seconds_(sum|count)\\{.*stage=\"(\\w+)\".*\\} (\\S+)");
  private static final double MILLIS = 1000;

  private final URI metrics;
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private final Map<String, Double> batches = new LinkedHashMap<>();

  Stages(URI management) {
    this.metrics = management.resolve("/actuator/prometheus");
  }

  /** Takes a measurement, and adds what its batches took. */
  Throughput during(Rounds.Measurement measurement) throws Exception {
    add(-1);
    Throughput taken = measurement.take();
    add(1);
    return taken;
  }

  /** A table with the milliseconds that a batch spends in each stage. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("| stage of a batch | ms |");
    lines.add("|---|---|");
    seconds.forEach(
        (stage, sum) ->
            lines.add(
                "| %s | %.2f |".formatted(stage, MILLIS * sum / batches.getOrDefault(stage, 1.0))));
    return lines;
  }

  private void add(int sign) throws IOException, InterruptedException {
    Matcher matcher = LINE.matcher(read());
    while (matcher.find()) {
      Map<String, Double> counted = matcher.group(1).equals("sum") ? seconds : batches;
      counted.merge(matcher.group(2), sign * Double.parseDouble(matcher.group(3)), Double::sum);
    }
  }

  private String read() throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(metrics).timeout(Duration.ofSeconds(10)).build();
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }
}
