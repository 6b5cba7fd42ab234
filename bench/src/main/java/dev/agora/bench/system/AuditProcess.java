package dev.agora.bench.system;

import dev.agora.local.infrastructure.Database;
import dev.agora.local.launcher.Programs;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The audit out of the ledger's jar, as an operator runs it. */
public final class AuditProcess {
  private static final Pattern RESULT =
      Pattern.compile(
          "Recomputed ([0-9,]+) entries of .* in ([0-9.]+) s, compared in ([0-9.]+) s:.*");

  private AuditProcess() {}

  /**
   * What an audit found that found nothing wrong.
   *
   * @param entries recomputed
   * @param in the time from reading the first batch to the last comparison
   * @param cores that the whole machine used meanwhile, PostgreSQL's included
   */
  public record Sound(long entries, Duration in, double cores) {

    /** Entries a second. */
    public double perSecond() {
      return entries * 1000.0 / in.toMillis();
    }
  }

  /**
   * Audits the ledger of a database.
   *
   * @throws IllegalStateException with what it said, if the ledger is broken
   */
  public static Sound run(Database database) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(Programs.ledgerAudit()).redirectErrorStream(true);
    builder.environment().put("AGORA_DB_URL", database.url());
    builder.environment().put("AGORA_DB_USER", database.user());
    builder.environment().put("AGORA_DB_PASSWORD", database.password());
    builder.environment().put("AGORA_ECONOMY_SEASONING", "P7D");
    ProcessorTime before = ProcessorTime.now();
    Process process = builder.start();
    StringBuilder said = new StringBuilder();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(line -> said.append(line).append(System.lineSeparator()));
    }
    if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException("the audit says:\n" + said);
    }
    double cores = ProcessorTime.now().coresSince(before);
    Matcher result = RESULT.matcher(said);
    if (!result.find()) {
      throw new IllegalStateException("the audit says only:\n" + said);
    }
    double seconds = Double.parseDouble(result.group(2)) + Double.parseDouble(result.group(3));
    return new Sound(
        Long.parseLong(result.group(1).replace(",", "")),
        Duration.ofMillis(Math.max(1, Math.round(seconds * 1000))),
        cores);
  }
}
