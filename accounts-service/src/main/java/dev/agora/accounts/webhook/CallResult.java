package dev.agora.accounts.webhook;

/** What came of a call. */
public sealed interface CallResult {

  /** In words, for its owner. */
  String words();

  /** The program has taken it. */
  record Taken(int status) implements CallResult {

    @Override
    public String words() {
      return "answered " + status;
    }
  }

  /**
   * It has not, as far as is known.
   *
   * @param words why
   */
  record NotTaken(String words) implements CallResult {}

  /** There is nobody to call. */
  record Nobody() implements CallResult {

    @Override
    public String words() {
      return "no webhook is set";
    }
  }
}
