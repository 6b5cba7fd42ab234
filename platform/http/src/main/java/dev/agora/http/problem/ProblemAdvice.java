package dev.agora.http.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;

/** Turns whatever ends a request early into a problem. */
@RestControllerAdvice
class ProblemAdvice {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  private final Supplier<String> newErrorId;

  ProblemAdvice(Supplier<String> newErrorId) {
    this.newErrorId = newErrorId;
  }

  @ExceptionHandler
  ResponseEntity<?> refused(ProblemException refused) {
    return Problems.answer(refused.problem());
  }

  @ExceptionHandler
  ResponseEntity<?> unreadable(HttpMessageNotReadableException unreadable) {
    return Problems.answer(BodyProblems.of(unreadable.getCause()));
  }

  @ExceptionHandler
  ResponseEntity<?> invalidBody(MethodArgumentNotValidException invalid) {
    return Problems.answer(ArgumentProblems.of(invalid));
  }

  @ExceptionHandler
  ResponseEntity<?> invalidParameter(HandlerMethodValidationException invalid) {
    return Problems.answer(ArgumentProblems.of(invalid));
  }

  @ExceptionHandler
  ResponseEntity<?> mistypedParameter(MethodArgumentTypeMismatchException mistyped) {
    return Problems.answer(ArgumentProblems.of(mistyped));
  }

  @ExceptionHandler
  ResponseEntity<?> missingParameter(MissingServletRequestParameterException missing) {
    return Problems.answer(
        ArgumentProblems.invalid().at("?" + missing.getParameterName(), "is missing"));
  }

  /** A query that is no list of names and values, or a form without an end; nobody read further. */
  @ExceptionHandler({InvalidParameterException.class, MultipartException.class})
  ResponseEntity<?> malformed(Exception malformed) {
    log.debug("the request is malformed", malformed);
    return Problems.answer(
        Problem.of(CommonProblem.MALFORMED_REQUEST, "The query or the form can not be read."));
  }

  @ExceptionHandler({
    CannotCreateTransactionException.class,
    DataAccessResourceFailureException.class,
    TransientDataAccessException.class
  })
  ResponseEntity<?> outage(Exception outage) {
    log.warn("the database does not answer: {}", outage.toString());
    return Problems.answer(
        Problem.of(CommonProblem.TEMPORARILY_UNAVAILABLE, "Try again in a moment."));
  }

  @ExceptionHandler
  ResponseEntity<?> unstorable(
      DataIntegrityViolationException refused, HttpServletRequest request) {
    if (DatabaseRefusal.isUnstorableText(refused)) {
      return Problems.answer(
          Problem.of(
              CommonProblem.INVALID_REQUEST, "A text has a character that cannot be stored."));
    }
    return lastResort(refused, request);
  }

  /** The answer is of no use to a caller that hung up. */
  @ExceptionHandler
  void hungUp(AsyncRequestNotUsableException hungUp) {
    log.debug("the caller hung up", hungUp);
  }

  @ExceptionHandler
  ResponseEntity<?> lastResort(Exception unexpected, HttpServletRequest request) {
    if (unexpected instanceof ErrorResponse spoken && spoken.getStatusCode().is4xxClientError()) {
      return answer(spoken);
    }
    String errorId = newErrorId.get();
    log.error("{} {}: error {}", request.getMethod(), request.getRequestURI(), errorId, unexpected);
    return Problems.answer(
        Problem.of(CommonProblem.INTERNAL_ERROR, "Name the errorId when you ask about it.")
            .with("errorId", errorId));
  }

  private static ResponseEntity<?> answer(ErrorResponse spoken) {
    ResponseEntity<?> answer = Problems.answer(StatusProblems.of(spoken.getStatusCode().value()));
    HttpHeaders headers = new HttpHeaders();
    headers.addAll(spoken.getHeaders());
    headers.addAll(answer.getHeaders());
    return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
  }
}
