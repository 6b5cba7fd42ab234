package dev.agora.local.launcher.command;

import dev.agora.local.launcher.LauncherException;
import dev.agora.local.launcher.Part;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads what one part writes, line by line, as it is written. */
final class LogFollower {
  /** A level within the first words of a line: not somewhere in its text. */
  private static final Pattern WORRYING =
      Pattern.compile("^.{0,60}?\\b(WARN|ERROR|FATAL|PANIC)\\b.*");

  private final Part part;
  private final Path log;
  private final Predicate<String> wanted;
  private long offset;
  private String rest = "";

  LogFollower(Part part, Path log, Predicate<String> wanted) {
    this.part = part;
    this.log = log;
    this.wanted = wanted;
  }

  static boolean isWorrying(String line) {
    return WORRYING.matcher(line).matches();
  }

  /** Goes to the end, less so many bytes. */
  void skip(long keep) {
    try {
      offset = Math.max(0, Files.size(log) - keep);
    } catch (IOException notThere) {
      offset = 0;
    }
  }

  /** Tells every complete line that is new and wanted. */
  void poll(BiConsumer<Part, String> reader) {
    String text = rest + newText();
    int end = text.lastIndexOf('\n') + 1;
    rest = text.substring(end);
    text.substring(0, end).lines().filter(wanted).forEach(line -> reader.accept(part, line));
  }

  private String newText() {
    if (!Files.exists(log)) {
      return "";
    }
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long length = file.length();
      offset = Math.min(offset, length);
      byte[] bytes = new byte[Math.toIntExact(length - offset)];
      file.seek(offset);
      file.readFully(bytes);
      offset = length;
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new LauncherException(log + " cannot be read: " + e.getMessage(), e);
    }
  }
}
