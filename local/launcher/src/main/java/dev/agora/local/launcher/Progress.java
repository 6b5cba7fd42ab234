package dev.agora.local.launcher;

/** Who wants to know what the launcher is doing. */
@FunctionalInterface
public interface Progress {
  /** One line for a person. */
  void say(String line);

  /** Tells nobody. */
  static Progress silent() {
    return line -> {};
  }
}
