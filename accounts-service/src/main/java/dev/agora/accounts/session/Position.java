package dev.agora.accounts.session;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A place in the list of sessions, which begins with the newest. */
record Position(Instant createdAt, String id) {

  /** The place after a session, as cursors carry it. */
  static String after(Session session) {
    return session.createdAt() + " " + session.id();
  }

  /** Empty for what no cursor of this list says. */
  static Optional<Position> parse(String text) {
    int space = text.indexOf(' ');
    if (space < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Position(Instant.parse(text.substring(0, space)), text.substring(space + 1)));
    } catch (DateTimeParseException notOurs) {
      return Optional.empty();
    }
  }
}
