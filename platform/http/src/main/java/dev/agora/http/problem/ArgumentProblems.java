package dev.agora.http.problem;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says which field or parameter is wrong. */
final class ArgumentProblems {

  private ArgumentProblems() {}

  static Problem invalid() {
    return Problem.of(CommonProblem.INVALID_REQUEST, "The request is well-formed but wrong.");
  }

  static Problem of(MethodArgumentNotValidException invalid) {
    Problem problem = invalid();
    for (FieldError error : invalid.getBindingResult().getFieldErrors()) {
      problem = problem.at(JsonPointers.ofBeanPath(error.getField()), clause(error));
    }
    for (MessageSourceResolvable error : invalid.getBindingResult().getGlobalErrors()) {
      problem = problem.at("", clause(error));
    }
    return problem;
  }

  static Problem of(HandlerMethodValidationException invalid) {
    Problem problem = invalid();
    for (ParameterValidationResult result : invalid.getParameterValidationResults()) {
      if (result instanceof ParameterErrors body) {
        for (FieldError error : body.getFieldErrors()) {
          problem = problem.at(JsonPointers.ofBeanPath(error.getField()), clause(error));
        }
      } else {
        String name = String.valueOf(result.getMethodParameter().getParameterName());
        for (MessageSourceResolvable error : result.getResolvableErrors()) {
          problem = problem.at("?" + name, clause(error));
        }
      }
    }
    return problem;
  }

  /** A path variable of the wrong form names nothing, so that it is a 404 like an unknown id. */
  static Problem of(MethodArgumentTypeMismatchException mistyped) {
    return mistyped.getParameter().hasParameterAnnotation(PathVariable.class)
        ? Problem.of(CommonProblem.NOT_FOUND, "There is no such thing.")
        : invalid().at("?" + mistyped.getName(), "has the wrong form");
  }

  private static String clause(MessageSourceResolvable error) {
    String message = error.getDefaultMessage();
    return message == null ? "is not valid" : message;
  }
}
