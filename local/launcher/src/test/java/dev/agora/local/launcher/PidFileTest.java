package dev.agora.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
  @TempDir private Path folder;

  @Test
  void aLaterCommandEndsWhatAKilledLauncherLeftBehind() throws Exception {
    Process orphan = new ProcessBuilder("sleep", "600").start();
    new PidFile(file()).add("ledger", orphan.toHandle());

    PidFile found = new PidFile(file());
    assertThat(found.running()).extracting(PidFile.Entry::pid).containsExactly(orphan.pid());
    assertThat(Leftovers.end(found)).isEqualTo(1);

    assertThat(orphan.waitFor(5, TimeUnit.SECONDS)).isTrue();
    assertThat(new PidFile(file()).running()).isEmpty();
  }

  @Test
  void aPidThatTheKernelGaveToAnotherProcessIsNotOurs() throws IOException {
    long somebodyElse = ProcessHandle.current().pid();
    Files.writeString(file(), "ledger " + somebodyElse + " " + Instant.EPOCH);

    PidFile found = new PidFile(file());

    assertThat(found.running()).isEmpty();
    assertThat(Leftovers.end(found)).isZero();
  }

  private Path file() {
    return folder.resolve("pids");
  }
}
