package dev.agora.architecture.dependency;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;

/** Which classes belong to which part. */
final class Services {

  static final List<String> NAMES =
      List.of("accounts", "ledger", "billing", "payout", "marketplace");

  /** Packages that must not be named by a service: other deployables, and what is only local. */
  static final String[] NOT_FOR_SERVICES = {
    "dev.agora.gateway..",
    "dev.agora.portal..",
    "dev.agora.local..",
    "dev.agora.stripesimulator..",
    "dev.agora.support..",
    "dev.agora.bench.."
  };

  static final String[] ALL = packages("dev.agora.%s..");

  static final String[] ADAPTERS = {"dev.agora.*.kafka..", "dev.agora.*.stripe.."};

  private Services() {}

  static String[] packages(String form) {
    return NAMES.stream().map(form::formatted).toArray(String[]::new);
  }

  static String[] allBut(String service) {
    return NAMES.stream()
        .filter(name -> !name.equals(service))
        .map("dev.agora.%s.."::formatted)
        .toArray(String[]::new);
  }

  /** The class, or one that it is nested in, is a Spring configuration. */
  static DescribedPredicate<JavaClass> configuration() {
    return DescribedPredicate.describe(
        "configuration classes", type -> isConfiguration(outermost(type)));
  }

  static JavaClass outermost(JavaClass type) {
    JavaClass outer = type;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().orElseThrow();
    }
    return outer;
  }

  private static boolean isConfiguration(JavaClass type) {
    // By name: the meta annotations are not on this module's class path.
    return type.getAnnotations().stream()
        .map(annotation -> annotation.getRawType().getSimpleName())
        .anyMatch(
            name ->
                name.endsWith("Configuration")
                    || name.equals("AutoConfiguration")
                    || name.equals("SpringBootApplication"));
  }
}
