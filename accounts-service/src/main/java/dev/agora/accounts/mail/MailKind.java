package dev.agora.accounts.mail;

/** What a mail is about. */
enum MailKind {
  /** Carries the code that proves the address. */
  CONFIRM_ADDRESS,
  /** Carries the code that allows a new password. */
  RESET_PASSWORD,
  /** Says that the address has an account already. */
  SIGN_UP_TRIED,
  /** Says that the password was changed. */
  PASSWORD_CHANGED,
  /** Says that a passkey was added. */
  PASSKEY_ADDED,
  /** Says that a passkey was removed. */
  PASSKEY_REMOVED,
  /** Says that it was decided anew whether the password is enough. */
  SECOND_FACTOR_CHANGED,
  /** Says that there are new recovery codes. */
  RECOVERY_CODES_MADE,
  /** Says that a recovery code was used. */
  RECOVERY_CODE_USED,
  /** Says that dollars go elsewhere from now on. */
  PAYOUT_DESTINATION_CHANGED,
  /** Tells of an alert. */
  ALERT
}
