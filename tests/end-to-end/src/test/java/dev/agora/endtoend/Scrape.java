package dev.agora.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one process tells Prometheus.
 *
 * @param samples names as expressions use them, {@code …_count} and {@code …_bucket} included
 * @param families names without such endings, by their kind
 * @param values of the samples, by name and labels as they were written
 */
record Scrape(Set<String> samples, Map<String, String> families, Map<String, Double> values) {

  private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\S+) (\\S+)$");
  private static final Pattern SAMPLE =
      Pattern.compile("(?m)^(([a-z_][a-zA-Z0-9_]*)(?:\\{.*})?) (\\S+)$");

  /** Asks a management port. */
  static Scrape of(URI management) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(management.resolve("/actuator/prometheus"))
                  .timeout(Duration.ofSeconds(20))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      return read(answer.body());
    }
  }

  /** The value of a sample, by its name and labels. */
  double value(String sample) {
    assertThat(values).containsKey(sample);
    return values.getOrDefault(sample, Double.NaN);
  }

  private static Scrape read(String text) {
    Map<String, String> families = new TreeMap<>();
    TYPE.matcher(text).results().forEach(type -> families.put(type.group(1), type.group(2)));
    Set<String> samples = new TreeSet<>();
    Map<String, Double> values = new TreeMap<>();
    Matcher sample = SAMPLE.matcher(text);
    while (sample.find()) {
      samples.add(sample.group(2));
      values.put(sample.group(1), Double.valueOf(sample.group(3).replace("+Inf", "Infinity")));
    }
    return new Scrape(samples, families, values);
  }
}
