package dev.agora.ledger.dispute;

import org.springframework.beans.factory.BeanFactory;

/** Lets tests in other packages follow disputes. */
public final class DisputeDoor {

  private final FollowDispute dispute;

  public DisputeDoor(BeanFactory beans) {
    this.dispute = beans.getBean(FollowDispute.class);
  }

  /** Follows all that there is, and returns how many pages that were. */
  public int follow() {
    dispute.begin();
    int pages = 0;
    while (dispute.freezeNext() || dispute.thawNext()) {
      pages++;
    }
    return pages;
  }
}
