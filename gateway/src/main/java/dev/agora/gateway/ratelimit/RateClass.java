package dev.agora.gateway.ratelimit;

import dev.agora.gateway.route.Traffic;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpMethod;

/** What is counted apart. */
enum RateClass {
  READ,
  WRITE,
  SIGN_IN,
  WEBHOOK;

  private static final Set<HttpMethod> READS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

  static RateClass of(Traffic traffic, HttpMethod method) {
    return switch (traffic) {
      case SIGN_IN -> SIGN_IN;
      case WEBHOOK -> WEBHOOK;
      case API -> READS.contains(method) ? READ : WRITE;
    };
  }

  /** As the RateLimit headers name it: {@code sign-in}. */
  String label() {
    return label;
  }
}
