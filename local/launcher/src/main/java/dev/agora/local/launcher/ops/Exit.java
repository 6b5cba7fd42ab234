package dev.agora.local.launcher.ops;

/** What a script is told. */
final class Exit {

  static final int DONE = 0;

  /** The API said no, or what was looked at is not as it should be. */
  static final int REFUSED = 1;

  static final int NOT_ALLOWED = 3;
  static final int NOT_THERE = 4;
  static final int NO_ANSWER = 5;

  private Exit() {}

  /** Of a status of HTTP. */
  static int of(int status) {
    return switch (status) {
      case 401, 403 -> NOT_ALLOWED;
      case 404 -> NOT_THERE;
      default -> status < 300 ? DONE : status < 500 ? REFUSED : NO_ANSWER;
    };
  }
}
