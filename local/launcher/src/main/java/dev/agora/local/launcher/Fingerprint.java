package dev.agora.local.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Whether a product was made from what is there now. By content: a build that changes nothing
 * writes the same jars again, and jars of a reproducible build all carry the same time.
 */
final class Fingerprint {
  private static final int BUFFER = 1 << 16;

  private Fingerprint() {}

  /** Of a file's bytes, or of the names and sizes of a folder's files. */
  static String of(Path source) {
    try {
      return Files.isDirectory(source) ? ofFolder(source) : ofFile(source);
    } catch (IOException e) {
      throw new LauncherException(source + " cannot be read: build the project first.", e);
    }
  }

  /** Whether the product is there and its note names this fingerprint. */
  static boolean matches(Path product, String fingerprint) {
    Path note = note(product);
    return Files.exists(product)
        && Files.exists(note)
        && PrivateFile.read(note).strip().equals(fingerprint);
  }

  /** Notes from what the product was made. */
  static void note(Path product, String fingerprint) {
    PrivateFile.write(note(product), fingerprint);
  }

  private static Path note(Path product) {
    return product.resolveSibling(product.getFileName() + ".of");
  }

  private static String ofFolder(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> sorted = files.sorted().toList();
      CRC32 sum = new CRC32();
      for (Path file : sorted) {
        sum.update((file.getFileName() + " " + Files.size(file)).getBytes(StandardCharsets.UTF_8));
      }
      return sorted.size() + " files " + Long.toHexString(sum.getValue());
    }
  }

  private static String ofFile(Path file) throws IOException {
    CRC32 sum = new CRC32();
    byte[] buffer = new byte[BUFFER];
    try (InputStream bytes = Files.newInputStream(file)) {
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        sum.update(buffer, 0, read);
      }
    }
    return Files.size(file) + " bytes " + Long.toHexString(sum.getValue());
  }
}
