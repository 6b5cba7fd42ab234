package dev.agora.accounts.alert;

/** Mails that tell of alerts; asked for with the current transaction and sent after it. */
public interface AlertMails {

  /** Tells of that alert. */
  void alert(String emailKey, String alertId);
}
