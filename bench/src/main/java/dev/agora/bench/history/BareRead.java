package dev.agora.bench.history;

import dev.agora.local.infrastructure.Database;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.PGConnection;

/** The baseline of S12: the entries read in the cheapest way there is, and thrown away. */
final class BareRead {
  private static final String COPY = "COPY entry TO STDOUT (FORMAT binary)";

  private BareRead() {}

  /** Entries a second. */
  static double perSecond(Database database) throws SQLException, IOException {
    try (Connection connection = Ledger.connect(database)) {
      long begin = System.nanoTime();
      long rows =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyOut(COPY, OutputStream.nullOutputStream());
      return rows * 1000.0 / Math.max(1, Duration.ofNanos(System.nanoTime() - begin).toMillis());
    }
  }
}
