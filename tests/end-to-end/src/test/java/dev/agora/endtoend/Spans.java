package dev.agora.endtoend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Takes the spans that processes send by OTLP, as far as a tree of them needs: the protocol's
 * messages are read by hand, for they are small and few.
 */
final class Spans implements AutoCloseable {

  private static final int RESOURCE_SPANS = 1;
  private static final int SCOPE_SPANS = 2;
  private static final int SPANS = 2;
  private static final int TRACE_ID = 1;
  private static final int SPAN_ID = 2;
  private static final int PARENT_ID = 4;
  private static final int NAME = 5;
  private static final int KEPT_MAX = 20_000;

  private final Queue<Span> spans = new ConcurrentLinkedQueue<>();
  private final Queue<String> texts = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  /**
   * A span.
   *
   * @param parent empty if it has none
   * @param service that made it
   */
  record Span(String trace, String id, String parent, String name, String service) {}

  private Spans(HttpServer server) {
    this.server = server;
  }

  static Spans receive() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      Spans spans = new Spans(server);
      server.createContext("/v1/traces", spans::take);
      server.start();
      return spans;
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces");
  }

  List<Span> of(String trace) {
    return spans.stream().filter(span -> span.trace().equals(trace)).toList();
  }

  /** All that was sent, as text. */
  List<String> texts() {
    return List.copyOf(texts);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
    if (spans.size() < KEPT_MAX) {
      texts.add(new String(body, StandardCharsets.UTF_8));
      each(ByteBuffer.wrap(body), RESOURCE_SPANS, this::takeResource);
    }
  }

  private void takeResource(ByteBuffer resource) {
    String service = service(resource.duplicate());
    each(resource, SCOPE_SPANS, scope -> each(scope, SPANS, span -> takeSpan(span, service)));
  }

  private void takeSpan(ByteBuffer span, String service) {
    spans.add(
        new Span(
            hex(span.duplicate(), TRACE_ID),
            hex(span.duplicate(), SPAN_ID),
            hex(span.duplicate(), PARENT_ID),
            StandardCharsets.UTF_8.decode(first(span.duplicate(), NAME)).toString(),
            service));
  }

  /** The value after the key of that name among the resource's attributes. */
  private static String service(ByteBuffer resource) {
    StringBuilder found = new StringBuilder();
    each(
        resource,
        1,
        one ->
            each(
                one,
                1,
                attribute -> {
                  String key =
                      StandardCharsets.UTF_8.decode(first(attribute.duplicate(), 1)).toString();
                  if (key.equals("service.name")) {
                    ByteBuffer value = first(attribute.duplicate(), 2);
                    found.append(StandardCharsets.UTF_8.decode(first(value, 1)));
                  }
                }));
    return found.toString();
  }

  private static String hex(ByteBuffer message, int field) {
    ByteBuffer value = first(message, field);
    byte[] bytes = new byte[value.remaining()];
    value.get(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static ByteBuffer first(ByteBuffer message, int field) {
    ByteBuffer[] found = {ByteBuffer.allocate(0)};
    each(
        message,
        field,
        value -> {
          if (found[0].limit() == 0) {
            found[0] = value;
          }
        });
    return found[0];
  }

  private interface Taker {
    void take(ByteBuffer message);
  }

  /** The fields of that number that have a length: messages, texts and bytes. */
  private static void each(ByteBuffer message, int field, Taker taker) {
    while (message.hasRemaining()) {
      long tag = varint(message);
      switch ((int) (tag & 7)) {
        case 0 -> varint(message);
        case 1 -> message.position(message.position() + Long.BYTES);
        case 5 -> message.position(message.position() + Integer.BYTES);
        default -> {
          int length = Math.toIntExact(varint(message));
          ByteBuffer value = message.slice(message.position(), length);
          message.position(message.position() + length);
          if (tag >>> 3 == field) {
            taker.take(value);
          }
        }
      }
    }
  }

  private static long varint(ByteBuffer message) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = message.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }
}
