package dev.agora.ledger.proof;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.springframework.beans.factory.BeanFactory;

/** Lets tests in other packages drive the walks behind the proof. */
public final class ProofDoor {

  private final WalkPages pages;

  public ProofDoor(BeanFactory beans) {
    this.pages = beans.getBean(WalkPages.class);
  }

  /** Walks until of each walk a pass is complete that began now or later. */
  public void walkEverything() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    for (ProofWalk walk : ProofWalk.values()) {
      while (!isCompleteSince(walk, now)) {
        pages.next(walk, 100);
      }
    }
  }

  /** Looks at a page of accounts, and returns how many the pass at hand has looked at. */
  public long walkAccounts(int page) {
    pages.next(ProofWalk.ACCOUNTS, page);
    return of(ProofWalk.ACCOUNTS).current().checked();
  }

  private boolean isCompleteSince(ProofWalk walk, Instant begun) {
    ProofPass last = of(walk).last();
    return last != null && !last.begunAt().isBefore(begun);
  }

  private ProofPasses of(ProofWalk walk) {
    return Objects.requireNonNull(pages.state().get(walk));
  }
}
