package dev.agora.marketplace.schema;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Checks documents against JSON Schema 2020-12. Thread-safe. */
@Component
public class JsonSchemas {

  private static final int FAULTS_MAX = 10;

  // Nothing is fetched: a $ref to another document would let a seller make this service call out.
  // Nothing is cached: sellers make up as many schemas as they like.
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry ->
              registry
                  .schemaCacheEnabled(false)
                  .schemaLoader(
                      loader -> loader.fetchRemoteResources(false).block(address -> true)));

  // What a schema itself must look like; this one is read from the library's own resources.
  private final Schema form =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

  /**
   * One place where a document does not fit.
   *
   * @param pointer JSON pointer into the document, empty for the whole of it
   * @param detail a clause
   */
  public record Misfit(String pointer, String detail) {}

  /** A sentence about why the text can not serve as a schema; empty if it can. */
  public Optional<String> fault(String schema) {
    try {
      List<Error> errors = form.validate(schema, InputFormat.JSON);
      if (!errors.isEmpty()) {
        return Optional.of("The schema is not valid " + place(errors.getFirst()));
      }
      registry.getSchema(schema, InputFormat.JSON).initializeValidators();
      return Optional.empty();
    } catch (SchemaException | JacksonException unusable) {
      return Optional.of("The schema can not be used: " + firstLine(unusable));
    }
  }

  /** Where a document does not fit a schema that had no {@link #fault}, ten places at most. */
  public List<Misfit> misfits(String schema, String document) {
    return registry
        .getSchema(schema, InputFormat.JSON)
        .validate(document, InputFormat.JSON)
        .stream()
        .limit(FAULTS_MAX)
        .map(error -> new Misfit(error.getInstanceLocation().toString(), error.getMessage()))
        .toList();
  }

  private static String place(Error error) {
    return "at \"" + error.getInstanceLocation() + "\": " + error.getMessage() + ".";
  }

  private static String firstLine(RuntimeException unusable) {
    return String.valueOf(unusable.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
