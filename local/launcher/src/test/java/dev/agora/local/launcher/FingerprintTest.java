package dev.agora.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
  @TempDir private Path folder;

  @Test
  void aProductIsGoodUntilItsSourceChanges() throws Exception {
    Path source = Files.writeString(folder.resolve("service.jar"), "one");
    Path product = Files.writeString(folder.resolve("service.aot"), "cache");
    assertThat(Fingerprint.matches(product, Fingerprint.of(source))).isFalse();

    Fingerprint.note(product, Fingerprint.of(source));
    Files.writeString(source, "one");
    assertThat(Fingerprint.matches(product, Fingerprint.of(source))).isTrue();

    Files.writeString(source, "two");
    assertThat(Fingerprint.matches(product, Fingerprint.of(source))).isFalse();
  }

  @Test
  void whatWasNotBuiltIsSaidInOneSentence() {
    assertThatThrownBy(() -> Fingerprint.of(folder.resolve("absent.jar")))
        .isInstanceOf(LauncherException.class)
        .hasMessageContaining("build the project first");
  }
}
