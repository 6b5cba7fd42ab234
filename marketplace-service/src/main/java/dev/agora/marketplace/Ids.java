package dev.agora.marketplace;

import java.util.UUID;

/** Where ids come from. */
@FunctionalInterface
public interface Ids {

  /** A UUIDv7: later ones sort after earlier ones. */
  UUID next();

  /** A public id of the next UUID, such as {@code ord_} and 32 hex digits. */
  default String next(String prefix) {
    return prefix + next().toString().replace("-", "");
  }
}
