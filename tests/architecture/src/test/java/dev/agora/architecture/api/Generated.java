package dev.agora.architecture.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.architecture.project.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is made from others, and committed so that a change of the API is seen in review.
 * {@code ./agora document} makes them anew.
 */
final class Generated {

  private static final boolean WRITE = Boolean.getBoolean("agora.document");

  private Generated() {}

  /** Compares it with what it has to be, or writes it. */
  static void check(String path, String text) {
    Path file = Project.root().resolve(path);
    if (WRITE) {
      write(file, text);
    }
    assertThat(Files.exists(file) ? Project.read(file) : "")
        .as("%s is not what its sources say; ./agora document makes it anew", path)
        .isEqualTo(text);
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
