package dev.agora.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.infrastructure.ProjectFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AgoraScriptTest {
  @Test
  void helpIsTheDefaultAndNamesEveryVerb() throws Exception {
    Ran ran = run();

    assertThat(ran.code()).isZero();
    assertThat(ran.output())
        .contains("up ", "demo", "test", "bench", "down", "logs", "status", "audit");
  }

  @Test
  void anUnknownVerbFails() throws Exception {
    Ran ran = run("dance");

    assertThat(ran.code()).isNotZero();
    assertThat(ran.output()).contains("There is no verb dance.");
  }

  private record Ran(int code, String output) {}

  private static Ran run(String... arguments) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("./agora");
    builder.command().addAll(List.of(arguments));
    Process process =
        builder.directory(ProjectFolder.find().toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return new Ran(process.exitValue(), output);
  }
}
