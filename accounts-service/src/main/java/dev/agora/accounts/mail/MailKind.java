package dev.agora.accounts.mail;

/** What a mail is about. */
enum MailKind {
  /** Carries the code that proves the address. */
  CONFIRM_ADDRESS,
  /** Carries the code that allows a new password. */
  RESET_PASSWORD,
  /** Says that the password was changed. */
  PASSWORD_CHANGED
}
