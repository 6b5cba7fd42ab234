package dev.agora.messaging.failpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HaltingFailPointsTest {

  private final AtomicInteger halts = new AtomicInteger();

  private FailPoints parse(String setting) {
    return HaltingFailPoints.parse(setting, halts::incrementAndGet);
  }

  @Test
  void haltsAtTheNamedPlaceOnly() {
    FailPoints points = parse("before-commit");
    points.pass("after-commit");
    assertThat(halts).hasValue(0);
    points.pass("before-commit");
    assertThat(halts).hasValue(1);
  }

  @Test
  void haltsAtTheNthPassing() {
    FailPoints points = parse("before-commit:3");
    points.pass("before-commit");
    points.pass("before-commit");
    assertThat(halts).hasValue(0);
    points.pass("before-commit");
    assertThat(halts).hasValue(1);
  }

  @Test
  void haltsForOneKindOfMessage() {
    FailPoints points = parse("before-commit/ledger.place-hold");
    points.pass("before-commit", "ledger.release-hold");
    assertThat(halts).hasValue(0);
    points.pass("before-commit", "ledger.place-hold");
    assertThat(halts).hasValue(1);
  }

  @Test
  void haltsOnceAtThePlaceThatAFileNames(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("place");
    FailPoints points = new FileFailPoints(file, halts::incrementAndGet);
    points.pass("before-commit");
    Files.writeString(file, "before-commit");
    points.pass("after-commit");
    assertThat(halts).hasValue(0);
    points.pass("before-commit");
    points.pass("before-commit");
    assertThat(halts).hasValue(1);
    assertThat(file).doesNotExist();
  }
}
