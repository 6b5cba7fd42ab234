package dev.agora.http.body;

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

/** Reads a body once, up to its limit, so that it can be hashed and parsed without a copy. */
final class BodyFilter extends OncePerRequestFilter {

  private final BodyProperties properties;
  private final ProblemWriter problems;

  BodyFilter(BodyProperties properties, ProblemWriter problems) {
    this.properties = properties;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    long length = request.getContentLengthLong();
    return length == 0 || (length < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    int max = properties.maxBytesAt(request.getRequestURI());
    if (request.getContentLengthLong() > max) {
      refuse(request, response, max);
      return;
    }
    byte[] body = request.getInputStream().readNBytes(max + 1);
    if (body.length > max) {
      refuse(request, response, max);
      return;
    }
    request.setAttribute(RawBody.ATTRIBUTE, body);
    chain.doFilter(new BufferedRequest(request, body), response);
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response, int max)
      throws IOException {
    // What is left of the body stays unread, so that the connection cannot serve another request.
    response.setHeader(HttpHeaders.CONNECTION, "close");
    problems.write(
        Problem.of(
            CommonProblem.BODY_TOO_LARGE, "The body may have at most " + max + " bytes here."),
        request,
        response);
  }
}
