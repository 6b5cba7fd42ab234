package dev.agora.stripesimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import dev.agora.stripesimulator.state.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What was answered and sent is written down, each shape once, and no lie. */
class RecorderTest {
  @TempDir static Path folder;

  @RegisterExtension
  final TestSimulator stripe = new TestSimulator(options -> options.withRecord(folder));

  @Test
  void eachShapeIsWrittenOnceAndNoLie() throws StripeException, IOException {
    stripe.client().v1().customers().create();
    stripe.client().v1().customers().create();
    stripe.fault("LIE", "path", "/v1/customers", "set", Json.object("name", "A lie"));
    stripe.client().v1().customers().create(Purchases.key("x"));
    stripe.awaitPlatform("customer.created");

    List<String> lines = lines();

    assertThat(lines).filteredOn(line -> line.contains("/v1/customers")).hasSize(1);
    assertThat(lines).anyMatch(line -> line.contains("customer.created"));
    assertThat(lines).noneMatch(line -> line.contains("A lie"));
  }

  private static List<String> lines() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return Files.readAllLines(files.findFirst().orElseThrow());
    }
  }
}
