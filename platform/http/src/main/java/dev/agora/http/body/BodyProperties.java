package dev.agora.http.body;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a request's body may be.
 *
 * @param max everywhere, at most 16 MB
 * @param maxAt at single paths, such as {@code agora.http.body.max-at[/api/v1/credits/transfers]}
 */
@ConfigurationProperties("agora.http.body")
record BodyProperties(
    @DefaultValue("256KB") DataSize max, @DefaultValue Map<String, DataSize> maxAt) {

  private static final DataSize CEILING = DataSize.ofMegabytes(16);

  BodyProperties {
    maxAt = Map.copyOf(maxAt);
    requireBounded("agora.http.body.max", max);
    maxAt.forEach((path, size) -> requireBounded("agora.http.body.max-at[" + path + "]", size));
  }

  int maxBytesAt(String path) {
    return Math.toIntExact(maxAt.getOrDefault(path, max).toBytes());
  }

  private static void requireBounded(String property, DataSize size) {
    if (size.isNegative() || size.compareTo(CEILING) > 0) {
      throw new IllegalArgumentException(
          property + " is " + size + ", but must be between 0 and " + CEILING);
    }
  }
}
