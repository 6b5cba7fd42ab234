package dev.agora.support;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.agora.local.infrastructure.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The schemas and example messages of module contracts. A type is named as on the wire, {@code
 * ledger.place-hold}; its reply and refusal are {@code ledger.place-hold.reply} and {@code
 * ledger.place-hold.refusal}.
 */
public final class Contracts {
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private Contracts() {}

  /**
   * One example message.
   *
   * @param name the file's name, for the test's report
   */
  public record Example(String name, String json) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Every example of a type, each variant once, in the order of their names; never empty. */
  public static List<Example> examples(String type) {
    String prefix = fileName(type) + ".example";
    try (Stream<Path> files = Files.list(folder(type))) {
      List<Example> found =
          files
              .filter(file -> name(file).startsWith(prefix))
              .sorted()
              .map(Contracts::read)
              .toList();
      if (found.isEmpty()) {
        throw new AssertionError("contracts has no " + prefix + "*.json in " + folder(type));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The example without a variant in its name. */
  public static String example(String type) {
    return read(folder(type).resolve(fileName(type) + ".example.json")).json();
  }

  /**
   * Checks a message against the schema of its type.
   *
   * @throws AssertionError with everything that is wrong
   */
  public static void validate(String type, String json) {
    Path file = folder(type).resolve(fileName(type) + ".schema.json");
    Schema schema = SCHEMAS.getSchema(read(file).json(), InputFormat.JSON);
    List<Error> errors = schema.validate(json, InputFormat.JSON);
    if (!errors.isEmpty()) {
      throw new AssertionError(json + " is not a " + name(file) + ": " + errors);
    }
  }

  private static Path folder(String type) {
    String owner = type.substring(0, type.indexOf('.'));
    return ProjectFolder.find().resolve("contracts/src/main/resources/contracts").resolve(owner);
  }

  private static String fileName(String type) {
    String[] parts = type.split("\\.", 3);
    return parts[1] + ".v1" + (parts.length == 3 ? "." + parts[2] : "");
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static Example read(Path file) {
    try {
      return new Example(name(file), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
