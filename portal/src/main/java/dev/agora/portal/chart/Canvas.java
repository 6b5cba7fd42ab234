package dev.agora.portal.chart;

import dev.agora.money.Credits;

/** The units of a drawing, 600 wide and 160 high, with its base line at the bottom. */
final class Canvas {

  static final int WIDTH = 600;
  static final int HEIGHT = 160;

  private Canvas() {}

  /** How high a value is, if the highest one fills the drawing. */
  static long height(Credits value, Credits highest) {
    double share = (double) Math.max(0, value.micros()) / Math.max(1, highest.micros());
    return Math.round(Math.min(1, share) * HEIGHT);
  }

  /** Where the value of a position is, counted from the top. */
  static long y(Credits value, Credits highest) {
    return HEIGHT - height(value, highest);
  }

  /** Where a position is, the first one at the left edge and the last one at the right. */
  static long x(int position, int positions) {
    return positions <= 1 ? 0 : Math.round((double) position * WIDTH / (positions - 1));
  }
}
