package dev.agora.ledger.audit;

import java.math.BigDecimal;

/** Amounts as people read them, whatever their size: what is broken can be beyond every bound. */
final class Amounts {

  private static final int CREDIT_DECIMALS = 6;
  private static final int USD_DECIMALS = 2;

  private Amounts() {}

  static String credits(long micros) {
    return exact(micros, "CREDIT");
  }

  /** With its asset, all decimals written out: {@code -0.500000 CREDIT}, {@code 1.80 USD}. */
  static String exact(long units, String asset) {
    int decimals = asset.equals("CREDIT") ? CREDIT_DECIMALS : USD_DECIMALS;
    return BigDecimal.valueOf(units, decimals).toPlainString() + " " + asset;
  }
}
