package dev.agora.http.caller;

import dev.agora.http.caller.Verification.Refused;
import dev.agora.http.caller.Verification.Undecided;
import dev.agora.http.caller.Verification.Verified;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets nobody in without the gateway's word about who it is. */
final class TokenFilter extends OncePerRequestFilter {

  private static final String SCHEME = "Bearer ";

  private final TokenVerifier verifier;
  private final ProblemWriter problems;

  TokenFilter(TokenVerifier verifier, ProblemWriter problems) {
    this.verifier = verifier;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String sent = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (sent == null || !sent.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      problems.write(
          Problem.of(
              CommonProblem.AUTHENTICATION_REQUIRED, "Send the gateway's token as a bearer token."),
          request,
          response);
      return;
    }
    switch (verifier.verify(sent.substring(SCHEME.length()).strip())) {
      case Verified verified -> {
        CurrentCaller.set(request, verified.caller());
        chain.doFilter(request, response);
      }
      case Refused refused ->
          problems.write(
              Problem.of(CommonProblem.INVALID_TOKEN, refused.reason()), request, response);
      case Undecided undecided ->
          problems.write(
              Problem.of(
                  CommonProblem.TEMPORARILY_UNAVAILABLE, "The token cannot be checked right now."),
              request,
              response);
    }
  }
}
