package dev.agora.local.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.launcher.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogFollowerTest {
  @TempDir private Path folder;

  @Test
  void tellsEachLineOnceAndOnlyWhenItIsComplete() throws Exception {
    Path log = Files.writeString(folder.resolve("ledger.log"), "one\ntwo\nthr");
    List<String> lines = new ArrayList<>();
    LogFollower follower = new LogFollower(Part.LEDGER, log, line -> true);

    follower.poll((part, line) -> lines.add(line));
    assertThat(lines).containsExactly("one", "two");

    Files.writeString(log, "ee\n", StandardOpenOption.APPEND);
    follower.poll((part, line) -> lines.add(line));
    assertThat(lines).containsExactly("one", "two", "three");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T09:00:00.000Z  WARN 12 --- [ledger] slow, true",
    "[2026-11-22 09:00:00] ERROR broken, true",
    "2026-11-22T09:00:00.000Z  INFO 12 --- [ledger] [main] dev.agora.ledger.posting.Engine : no WARN here, false",
    "INFO fine, false"
  })
  void knowsALineThatWorries(String line, boolean worrying) {
    assertThat(LogFollower.isWorrying(line)).isEqualTo(worrying);
  }
}
