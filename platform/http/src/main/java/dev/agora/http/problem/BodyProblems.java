package dev.agora.http.problem;

import dev.agora.http.json.RefusedFieldException;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a JSON body, without a word of our classes. */
public final class BodyProblems {

  private BodyProblems() {}

  /** 400 for text that is no JSON, 422 with a pointer for JSON that is not what was asked for. */
  public static Problem of(@Nullable Throwable cause) {
    return switch (cause) {
      case DatabindException mismatch when isAroundTheValue(mismatch) ->
          Problem.of(CommonProblem.MALFORMED_BODY, "The body is one JSON value, and nothing else.");
      case DatabindException mismatch -> wrongField(mismatch, clause(mismatch));
      case InputCoercionException outOfRange ->
          wrongField(outOfRange, expected(outOfRange.getTargetType()));
      case StreamReadException malformed ->
          Problem.of(CommonProblem.MALFORMED_BODY, "The body is not JSON" + at(malformed) + ".");
      case null, default ->
          Problem.of(CommonProblem.MALFORMED_BODY, "The request needs a JSON body.");
    };
  }

  private static Problem wrongField(JacksonException mismatch, String clause) {
    return Problem.of(CommonProblem.INVALID_REQUEST, "A field of the body is wrong.")
        .at(JsonPointers.of(mismatch.getPath()), clause);
  }

  private static boolean isAroundTheValue(DatabindException mismatch) {
    // Jackson has no type for it, only words.
    String message = mismatch.getOriginalMessage();
    return mismatch.getPath().isEmpty()
        && (message.startsWith("Trailing token") || message.startsWith("No content to map"));
  }

  private static String at(JacksonException malformed) {
    TokenStreamLocation location = malformed.getLocation();
    return location == null
        ? ""
        : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  private static String clause(DatabindException mismatch) {
    return switch (mismatch) {
      case RefusedFieldException refused -> refused.getOriginalMessage();
      case UnrecognizedPropertyException unknown -> "is not a known field";
      case InvalidNullException missing -> "must not be null";
      case MismatchedInputException wrong -> expected(wrong.getTargetType());
      default -> "is not valid";
    };
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == null) {
      return "is not valid";
    }
    Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(constant -> ((Enum<?>) constant).name())
          .collect(Collectors.joining(", ", "must be one of ", ""));
    } else if (boxed == Boolean.class) {
      return "must be true or false";
    } else if (Number.class.isAssignableFrom(boxed)) {
      return "must be a number in range";
    } else if (CharSequence.class.isAssignableFrom(type)) {
      return "must be a text";
    } else if (type.isArray() || Collection.class.isAssignableFrom(type)) {
      return "must be a list";
    }
    return "must be an object";
  }
}
