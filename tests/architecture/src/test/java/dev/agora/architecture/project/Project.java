package dev.agora.architecture.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The project's folder and what lies in it. */
public final class Project {

  private static final Set<String> LEFT_OUT =
      Set.of("target", ".git", ".agora", ".idea", ".vscode", "node_modules");

  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  private static final List<SourceFile> FILES = readFiles();

  private Project() {}

  /** The folder that holds the parent pom. */
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("tests/architecture"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("not run inside of the project");
    }
    return folder;
  }

  /** The modules of the parent pom, in their order. */
  public static List<Module> modules() {
    Matcher matcher = MODULE.matcher(read(root().resolve("pom.xml")));
    List<Module> modules = new ArrayList<>();
    while (matcher.find()) {
      modules.add(new Module(matcher.group(1)));
    }
    return modules;
  }

  /** Every text file that a person wrote, by its path from the root. */
  public static List<SourceFile> files() {
    return FILES;
  }

  private static List<SourceFile> readFiles() {
    List<SourceFile> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          root(),
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return LEFT_OUT.contains(folder.getFileName().toString())
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (isText(file)) {
                files.add(new SourceFile(root().relativize(file).toString(), read(file)));
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    // Every file system lists folders in an order of its own.
    files.sort(Comparator.comparing(SourceFile::path));
    return files;
  }

  /** Every Java file, tests included. */
  public static List<SourceFile> javaFiles() {
    return files().stream().filter(SourceFile::isJava).toList();
  }

  /** What a file says. */
  public static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file.toString(), unreadable);
    }
  }

  private static boolean isText(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot <= 0
        ? Set.of("agora", "Dockerfile", "Containerfile", "run", ".gitignore").contains(name)
        : Set.of(
                "java",
                "md",
                "xml",
                "yml",
                "yaml",
                "sql",
                "json",
                "properties",
                "txt",
                "sh",
                "html",
                "css",
                "js",
                "imports",
                "factories",
                "config")
            .contains(name.substring(dot + 1));
  }
}
