package dev.agora.marketplace.schema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.ValidationLimitExceededException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Checks documents against JSON Schema 2020-12. Thread-safe. */
@Component
public class JsonSchemas {

  private static final int FAULTS_MAX = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  // References that name each other can ask for more work than there are atoms; more than what a
  // document of the largest allowed size takes under a schema of the largest allowed size.
  private static final long STEPS_MAX = 1_000_000;
  private static final int DEPTH_MAX = 400;

  // Nothing is fetched: a $ref to another document would let a seller make this service call out.
  // Nothing is cached: sellers make up as many schemas as they like.
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry ->
              registry
                  .schemaCacheEnabled(false)
                  .schemaRegistryConfig(
                      SchemaRegistryConfig.builder()
                          .regularExpressionFactory(new PatientPatterns())
                          .build())
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
    } catch (StackOverflowError nested) {
      return Optional.of("The schema can not be used: it is nested too deeply");
    }
  }

  /**
   * Where a document does not fit a schema that had no {@link #fault}, ten places at most. One that
   * can not be checked within bounded work does not fit as a whole.
   */
  public List<Misfit> misfits(String schema, String document) {
    try {
      return PatientPatterns.within(
          PATIENCE,
          () ->
              registry
                  .getSchema(schema, InputFormat.JSON)
                  .validate(document, InputFormat.JSON, JsonSchemas::bound)
                  .stream()
                  .limit(FAULTS_MAX)
                  .map(
                      error ->
                          new Misfit(error.getInstanceLocation().toString(), error.getMessage()))
                  .toList());
    } catch (ValidationLimitExceededException
        | PatientPatterns.OutOfPatience
        | StackOverflowError endless) {
      return List.of(new Misfit("", "can not be checked against the schema in a second"));
    }
  }

  private static void bound(ExecutionContext context) {
    context.executionConfig(
        config -> config.maxEvaluationSteps(STEPS_MAX).maxEvaluationDepth(DEPTH_MAX));
  }

  private static String place(Error error) {
    return "at \"" + error.getInstanceLocation() + "\": " + error.getMessage() + ".";
  }

  private static String firstLine(RuntimeException unusable) {
    return String.valueOf(unusable.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
