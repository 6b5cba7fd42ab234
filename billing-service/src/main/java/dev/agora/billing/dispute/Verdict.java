package dev.agora.billing.dispute;

/** The bank's last word. */
public enum Verdict {
  WON,
  LOST
}
