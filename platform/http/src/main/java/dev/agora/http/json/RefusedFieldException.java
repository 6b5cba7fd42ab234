package dev.agora.http.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;

/** A field whose value is refused with a clause that the caller may read. */
public final class RefusedFieldException extends DatabindException {

  private static final long serialVersionUID = 1L;

  RefusedFieldException(JsonParser parser, String clause) {
    super(parser, clause);
  }
}
