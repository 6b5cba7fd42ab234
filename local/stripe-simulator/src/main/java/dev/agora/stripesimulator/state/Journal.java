package dev.agora.stripesimulator.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * An append-only file of changes, a line for each commit. A line is handed to the operating system
 * before the answer leaves, which is what a killed process needs (a lost machine is no concern
 * here, so nothing is forced to disk).
 */
final class Journal implements AutoCloseable {
  private final FileChannel file;

  private Journal(FileChannel file) {
    this.file = file;
  }

  /** Reads what is there, writes it again without its history, and goes on behind it. */
  static Journal open(Path folder, Consumer<JsonElement> reader, SnapshotSource snapshot) {
    Path current = folder.resolve("stripe-simulator.jsonl");
    Path next = folder.resolve("stripe-simulator.jsonl.next");
    try {
      Files.createDirectories(folder);
      if (Files.exists(current)) {
        read(current, reader);
      }
      Journal compacted =
          new Journal(
              FileChannel.open(
                  next,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE,
                  StandardOpenOption.TRUNCATE_EXISTING));
      snapshot.writeTo(compacted);
      Files.move(next, current, StandardCopyOption.ATOMIC_MOVE);
      return compacted;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(Path current, Consumer<JsonElement> reader) throws IOException {
    for (String line : Files.readAllLines(current)) {
      try {
        reader.accept(JsonParser.parseString(line));
      } catch (JsonParseException e) {
        // Only the last line can be torn, and nobody was answered on its account.
        return;
      }
    }
  }

  void append(JsonArray changes) {
    ByteBuffer line = StandardCharsets.UTF_8.encode(Json.write(changes) + "\n");
    try {
      while (line.hasRemaining()) {
        file.write(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whoever can write the whole state into a fresh journal. */
  interface SnapshotSource {
    void writeTo(Journal journal);
  }
}
