package dev.agora.architecture.project;

import java.util.List;

/**
 * A file as it was written.
 *
 * @param path from the root, with slashes
 */
public record SourceFile(String path, String text) {

  public boolean isJava() {
    return path.endsWith(".java");
  }

  /** Whether it is code that ships. */
  public boolean isMain() {
    return path.contains("src/main/java/");
  }

  public boolean isPackageInfo() {
    return path.endsWith("/package-info.java");
  }

  public boolean isMarkdown() {
    return path.endsWith(".md");
  }

  public List<String> lines() {
    return text.lines().toList();
  }

  /** The module, as the part of the path before {@code /src/}; empty outside of one. */
  public String module() {
    int sources = path.indexOf("/src/");
    return sources < 0 ? "" : path.substring(0, sources);
  }

  /** The name without folders. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public String toString() {
    return path;
  }
}
