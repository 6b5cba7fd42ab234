package dev.agora.portal.platform;

import java.io.Serializable;

/**
 * What an arbiter is about to rule, before they have confirmed it.
 *
 * @param sellerPercent the seller's share of the price, 0 to 100
 * @param reason both owners read it
 */
public record DraftRuling(int sellerPercent, String reason) implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int WHOLE = 100;
  private static final int BASIS_POINTS_IN_PERCENT = 100;

  public DraftRuling {
    sellerPercent = Math.clamp(sellerPercent, 0, WHOLE);
    // Browsers end lines as mails do.
    reason = reason.strip().replace("\r\n", "\n");
  }

  /** The same share, in basis points. */
  int sellerBps() {
    return sellerPercent * BASIS_POINTS_IN_PERCENT;
  }
}
