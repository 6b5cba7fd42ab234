package dev.agora.http.problem;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.DataIntegrityViolationException;

/** Why PostgreSQL refused a statement, where the caller's text is to blame. */
final class DatabaseRefusal {

  /** character_not_in_repertoire and untranslatable_character: a NUL, or half a surrogate pair. */
  private static final Set<String> UNSTORABLE = Set.of("22021", "22P05");

  private DatabaseRefusal() {}

  static boolean isUnstorableText(DataIntegrityViolationException refused) {
    return refused.getMostSpecificCause() instanceof SQLException sql
        && sql.getSQLState() != null
        && UNSTORABLE.contains(sql.getSQLState());
  }
}
