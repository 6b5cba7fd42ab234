package dev.agora.local.launcher;

/** What the person at the command must know; one sentence. */
public final class LauncherException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LauncherException(String sentence) {
    super(sentence);
  }

  public LauncherException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
