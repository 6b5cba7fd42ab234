package dev.agora.bench.measure;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive HTTP/1.1 connection that costs next to nothing: the load generator shares the two
 * cores with what it measures, and a general client would take a third of them.
 */
public final class HttpConnection implements AutoCloseable {
  private static final int BUFFER = 16 * 1024;
  private static final String CLOSE = "\r\nconnection: close";
  private static final String LENGTH = "\r\ncontent-length:";

  /** What came back. */
  public record Response(int status, String body) {}

  private final URI base;
  private final String host;
  private final byte[] buffer = new byte[BUFFER];
  private Socket socket;
  private boolean closing;

  /** Connects. */
  public HttpConnection(URI base) throws IOException {
    this.base = base;
    host = base.getHost() + ":" + base.getPort();
    socket = connect();
  }

  /** Sends a body and reads the answer. */
  public Response post(String path, String bearer, String idempotencyKey, String json)
      throws IOException {
    String request =
        "POST %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nIdempotency-Key: %s\r\n"
                .formatted(path, host, bearer, idempotencyKey)
            + "Content-Type: application/json\r\nContent-Length: "
            + json.length()
            + "\r\n\r\n"
            + json;
    return send(request);
  }

  /** Asks for a resource and reads the answer. */
  public Response get(String path, String bearer) throws IOException {
    String request =
        "GET %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(path, host, bearer);
    return send(request);
  }

  /** A server may end a connection after so many requests; it says so in the last answer. */
  private Response send(String request) throws IOException {
    if (closing) {
      socket.close();
      socket = connect();
    }
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    return read(socket.getInputStream());
  }

  private Socket connect() throws IOException {
    Socket fresh = new Socket(base.getHost(), base.getPort());
    fresh.setTcpNoDelay(true);
    fresh.setSoTimeout(60_000);
    closing = false;
    return fresh;
  }

  /** Reads a response of known length; neither gateway nor services send another. */
  private Response read(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    int head = -1;
    int end = Integer.MAX_VALUE;
    while (text.length() < end) {
      int count = in.read(buffer);
      if (count < 0) {
        throw new IOException("closed after: " + text);
      }
      text.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
      if (head < 0) {
        head = text.indexOf("\r\n\r\n");
        end = head < 0 ? Integer.MAX_VALUE : head + 4 + takeHead(text.substring(0, head));
      }
    }
    int status = Integer.parseInt(text.substring(9, 12));
    return new Response(status, text.substring(head + 4));
  }

  /** The length of what follows. */
  private int takeHead(String head) throws IOException {
    String lower = head.toLowerCase(Locale.ROOT);
    closing = lower.contains(CLOSE);
    int at = lower.indexOf(LENGTH);
    if (at < 0) {
      throw new IOException("no Content-Length in: " + head);
    }
    int end = lower.indexOf('\r', at + 2);
    String value = lower.substring(at + LENGTH.length(), end < 0 ? lower.length() : end);
    return Integer.parseInt(value.strip());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
