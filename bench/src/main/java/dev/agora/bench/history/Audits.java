package dev.agora.bench.history;

import dev.agora.bench.system.AuditProcess;
import java.util.ArrayList;
import java.util.List;

/**
 * Audits of one ledger in turn with bare reads of its entries.
 *
 * @param sound what each found
 * @param bare entries a second of each read
 */
record Audits(List<AuditProcess.Sound> sound, List<Double> bare) {

  static Audits run(Ledger ledger, int rounds) throws Exception {
    List<AuditProcess.Sound> sound = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      double read = BareRead.perSecond(ledger.database());
      AuditProcess.Sound audit = AuditProcess.run(ledger.database());
      System.out.printf(
          "  bare read %,.0f/s, audit %,.0f/s of %,d entries with %.1f cores%n",
          read, audit.perSecond(), audit.entries(), audit.cores());
      bare.add(read);
      sound.add(audit);
    }
    return new Audits(sound, bare);
  }

  double perSecond() {
    return median(sound.stream().map(AuditProcess.Sound::perSecond).toList());
  }

  double cores() {
    return median(sound.stream().map(AuditProcess.Sound::cores).toList());
  }

  double barePerSecond() {
    return median(bare);
  }

  long entries() {
    return sound.getLast().entries();
  }

  private static double median(List<Double> figures) {
    return figures.stream().sorted().toList().get(figures.size() / 2);
  }
}
