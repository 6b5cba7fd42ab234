package dev.agora.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which processes belong to a local system, so that the next command can end them after a {@code
 * kill -9} of the launcher. A pid is only believed together with its start time: the kernel gives
 * pids out again.
 */
public final class PidFile {
  /** The name under which the launcher itself is written down. */
  public static final String LAUNCHER = "launcher";

  private final Path file;
  private final List<Entry> entries = new ArrayList<>();

  public PidFile(Path file) {
    this.file = file;
    if (Files.exists(file)) {
      PrivateFile.read(file)
          .lines()
          .map(Entry::parse)
          .flatMap(Optional::stream)
          .forEach(entries::add);
    }
  }

  /** One process, running or not. */
  public record Entry(String name, long pid, Instant started) {
    private static Optional<Entry> parse(String line) {
      String[] words = line.split(" ", -1);
      return words.length == 3
          ? Optional.of(new Entry(words[0], Long.parseLong(words[1]), Instant.parse(words[2])))
          : Optional.empty();
    }

    /** The process, if it still runs and is the one that was written down. */
    public Optional<ProcessHandle> handle() {
      return ProcessHandle.of(pid)
          .filter(process -> startOf(process).equals(started) && process.isAlive());
    }

    private String line() {
      return name + " " + pid + " " + started;
    }
  }

  public synchronized void add(String name, ProcessHandle process) {
    entries.removeIf(entry -> entry.name().equals(name));
    entries.add(new Entry(name, process.pid(), startOf(process)));
    PrivateFile.write(file, entries.stream().map(Entry::line).collect(Collectors.joining("\n")));
  }

  /** Those that still run, in the order in which they were started. */
  public synchronized List<Entry> running() {
    return entries.stream().filter(entry -> entry.handle().isPresent()).toList();
  }

  public synchronized Optional<ProcessHandle> running(String name) {
    return running().stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .flatMap(Entry::handle);
  }

  public synchronized void delete() {
    entries.clear();
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new LauncherException(file + " cannot be deleted: " + e.getMessage(), e);
    }
  }

  private static Instant startOf(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }
}
