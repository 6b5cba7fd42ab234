package dev.agora.stripesimulator.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Bytes in and out of the JDK's HTTP server. */
final class Wire {
  private static final int LARGEST_BODY = 1 << 20;
  private static final int PIECES = 20;

  private Wire() {}

  static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readNBytes(LARGEST_BODY), StandardCharsets.UTF_8);
  }

  /** Sends the body in pieces, spread over that time. */
  static void trickle(HttpExchange exchange, Answer answer, Duration over, Waiting waiting)
      throws IOException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(answer.status(), body.length);
    int piece = Math.ceilDiv(body.length, PIECES);
    try (OutputStream out = exchange.getResponseBody()) {
      for (int from = 0; from < body.length; from += piece) {
        waiting.pause(over.dividedBy(PIECES));
        out.write(body, from, Math.min(piece, body.length - from));
        out.flush();
      }
    }
  }

  static void send(HttpExchange exchange, Answer answer) throws IOException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(answer.status(), empty ? -1 : body.length);
    if (!empty) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }
}
