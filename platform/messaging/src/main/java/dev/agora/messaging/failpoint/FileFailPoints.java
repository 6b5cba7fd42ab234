package dev.agora.messaging.failpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Halts the process at the place that a file names at the moment. The file goes first, so that the
 * next process lives.
 */
final class FileFailPoints implements FailPoints {

  private final Path file;
  private final Runnable halt;

  FileFailPoints(Path file, Runnable halt) {
    this.file = file;
    this.halt = halt;
  }

  @Override
  public void pass(String name) {
    try {
      if (Files.readString(file).equals(name) && Files.deleteIfExists(file)) {
        halt.run();
      }
    } catch (NoSuchFileException unarmed) {
      // No place at the moment.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
