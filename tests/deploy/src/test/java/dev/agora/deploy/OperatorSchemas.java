package dev.agora.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The fields that we use of operators' types for which there is no library, as schemas of our own:
 * a field that is not in them is refused, so that whoever adds one looks it up.
 */
final class OperatorSchemas {
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Map<String, Schema> KNOWN = new ConcurrentHashMap<>();

  private OperatorSchemas() {}

  static void check(JsonObject object) throws IOException {
    String kind = Overlay.kindOf(object);
    Schema schema = KNOWN.get(kind);
    if (schema == null) {
      schema = read(kind);
      KNOWN.put(kind, schema);
    }
    assertThat(schema.validate(object.toString(), InputFormat.JSON))
        .as(kind + " " + Overlay.nameOf(object))
        .isEmpty();
  }

  private static Schema read(String kind) throws IOException {
    try (InputStream file =
        OperatorSchemas.class.getResourceAsStream("/schemas/" + kind + ".json")) {
      if (file == null) {
        throw new AssertionError("nothing here knows what a " + kind + " is");
      }
      return SCHEMAS.getSchema(
          new String(file.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    }
  }
}
