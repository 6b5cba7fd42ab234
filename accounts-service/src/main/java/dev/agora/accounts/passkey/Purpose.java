package dev.agora.accounts.passkey;

/** What a challenge may be answered for; an answer for anything else is worth nothing. */
public enum Purpose {
  /** A human who is signed in makes a passkey known. */
  REGISTER,
  /** Somebody signs in with a passkey alone. */
  SIGN_IN,
  /** Somebody who showed the password shows the passkey too. */
  SECOND_FACTOR,
  /** A human who is signed in shows that it is still them. */
  STEP_UP
}
