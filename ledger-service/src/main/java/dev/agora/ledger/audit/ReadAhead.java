package dev.agora.ledger.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Reads rows on a thread of its own, a bounded number of them ahead of whoever takes them. */
final class ReadAhead<T> implements Rows<T>, AutoCloseable {

  private static final int CHUNK_ROWS = 1024;
  private static final int CHUNKS_MAX = 16;

  private final BlockingQueue<List<T>> chunks = new ArrayBlockingQueue<>(CHUNKS_MAX);
  private final Rows<T> rows;
  private final Thread reader;
  private Iterator<T> current = Collections.emptyIterator();
  private boolean ended;

  /** Set before the last chunk is handed over. */
  private volatile @Nullable RuntimeException failure;

  private ReadAhead(String what, Rows<T> rows) {
    this.rows = rows;
    this.reader = Thread.ofPlatform().name("audit-" + what).daemon().unstarted(this::readAll);
  }

  static <T> ReadAhead<T> of(String what, Rows<T> rows) {
    ReadAhead<T> ahead = new ReadAhead<>(what, rows);
    ahead.reader.start();
    return ahead;
  }

  @Override
  public @Nullable T next() {
    if (!current.hasNext() && !ended) {
      current = takeChunk().iterator();
      ended = !current.hasNext();
      RuntimeException failed = failure;
      if (ended && failed != null) {
        throw failed;
      }
    }
    return current.hasNext() ? current.next() : null;
  }

  @Override
  public void close() {
    reader.interrupt();
  }

  private List<T> takeChunk() {
    try {
      return chunks.take();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AuditImpossible("The audit was interrupted.", interrupted);
    }
  }

  private void readAll() {
    try {
      List<T> chunk = new ArrayList<>(CHUNK_ROWS);
      for (T row = rows.next(); row != null; row = rows.next()) {
        chunk.add(row);
        if (chunk.size() == CHUNK_ROWS) {
          chunks.put(chunk);
          chunk = new ArrayList<>(CHUNK_ROWS);
        }
      }
      if (!chunk.isEmpty()) {
        chunks.put(chunk);
      }
      chunks.put(List.of());
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failed) {
      fail(failed);
    }
  }

  private void fail(RuntimeException failed) {
    failure = failed;
    try {
      chunks.put(List.of());
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }
}
