package dev.agora.marketplace.schema;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** JSON that can be kept as it came; absent JSON can. */
@Documented
@Constraint(validatedBy = Keepable.Check.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Keepable {

  /** What the caller is told. */
  String message() default
      "must not contain the character NUL, half a surrogate pair, or an infinite number";

  /** Not used. */
  Class<?>[] groups() default {};

  /** Not used. */
  Class<? extends Payload>[] payload() default {};

  /** Looks through the whole document. */
  final class Check implements ConstraintValidator<Keepable, JsonNode> {

    @Override
    public boolean isValid(@Nullable JsonNode json, ConstraintValidatorContext context) {
      return json == null || JsonText.isKeepable(json);
    }
  }
}
