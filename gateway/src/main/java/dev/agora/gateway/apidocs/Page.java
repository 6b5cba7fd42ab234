package dev.agora.gateway.apidocs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** A file of the class path as an answer; read once, and known by the hash of what it says. */
final class Page {

  /** Whoever has it asks again after that, and is mostly told that it is the same. */
  private static final CacheControl CACHED =
      CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

  /** Everything from here, nothing written in the page itself; images of Swagger UI are data. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final byte[] bytes;
  private final byte[] zipped;
  private final MediaType type;
  private final String etag;

  private Page(byte[] bytes, MediaType type) {
    this.bytes = bytes;
    this.zipped = zip(bytes);
    this.type = type;
    // Weak: the same for both forms.
    this.etag = "W/\"" + HexFormat.of().formatHex(sha256(bytes), 0, 16) + '"';
  }

  static Page read(String path, MediaType type) {
    try (InputStream file = new ClassPathResource(path).getInputStream()) {
      return new Page(file.readAllBytes(), type);
    } catch (IOException missing) {
      throw new UncheckedIOException("the gateway's jar lacks " + path, missing);
    }
  }

  Mono<ServerResponse> answer(ServerRequest request) {
    return request
        .checkNotModified(etag)
        .flatMap(_ -> known())
        .switchIfEmpty(Mono.defer(() -> whole(request)));
  }

  private Mono<ServerResponse> known() {
    return ServerResponse.status(HttpStatus.NOT_MODIFIED).eTag(etag).cacheControl(CACHED).build();
  }

  private Mono<ServerResponse> whole(ServerRequest request) {
    ServerResponse.BodyBuilder answer =
        ServerResponse.ok()
            .contentType(type)
            .eTag(etag)
            .cacheControl(CACHED)
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
            .header("Content-Security-Policy", POLICY);
    return takesZip(request)
        ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").bodyValue(zipped)
        : answer.bodyValue(bytes);
  }

  private static boolean takesZip(ServerRequest request) {
    return request.headers().header(HttpHeaders.ACCEPT_ENCODING).stream()
        .anyMatch(accepted -> accepted.contains("gzip") && !accepted.contains("gzip;q=0"));
  }

  private static byte[] zip(byte[] bytes) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory takes all bytes", impossible);
    }
    return zipped.toByteArray();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
