package dev.agora.portal.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;

/**
 * A file that pages link to.
 *
 * @param name with a hash of what it says, so that browsers keep it for good; without a dot, which
 *     the gateway lets no path have
 */
record Asset(String name, MediaType type, String text) {

  private static final int HASH_BYTES = 6;

  static Asset read(String name, String file, MediaType type) {
    try (InputStream stream = new ClassPathResource(file).getInputStream()) {
      byte[] bytes = stream.readAllBytes();
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      String version = HexFormat.of().formatHex(hash, 0, HASH_BYTES);
      return new Asset(name + "-" + version, type, new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException missing) {
      throw new UncheckedIOException("the portal's jar lacks " + file, missing);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
