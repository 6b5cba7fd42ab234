package dev.agora.accounts.mail;

/**
 * A mail as it is sent.
 *
 * @param to an address without control characters
 * @param subject one line of ASCII
 * @param text plain, with line feeds
 */
record Letter(String to, String subject, String text) {

  /** Never the text: it may hold a code. */
  @Override
  public String toString() {
    return "letter: " + subject;
  }
}
