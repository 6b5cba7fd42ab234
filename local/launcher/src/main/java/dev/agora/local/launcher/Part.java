package dev.agora.local.launcher;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The processes of the local system, in the order in which they start. */
public enum Part {
  POSTGRES(Kind.SERVER, "", 0, 15432),
  KAFKA(Kind.SERVER, "", 0, 19092),
  STRIPE(Kind.STAND_IN, "local/stripe-simulator", 512, 12111),
  GATEWAY(Kind.GATEWAY, "gateway", 160, 8080),
  ACCOUNTS(Kind.SERVICE, "accounts-service", 192, 8081),
  LEDGER(Kind.SERVICE, "ledger-service", 256, 8082),
  BILLING(Kind.SERVICE, "billing-service", 192, 8083),
  PAYOUT(Kind.SERVICE, "payout-service", 192, 8084),
  MARKETPLACE(Kind.SERVICE, "marketplace-service", 192, 8085),
  PORTAL(Kind.SERVICE, "portal", 160, 8086);

  private enum Kind {
    SERVER,
    STAND_IN,
    GATEWAY,
    SERVICE
  }

  private final Kind kind;
  private final String module;
  private final int heapMegabytes;
  private final int standardPort;

  Part(Kind kind, String module, int heapMegabytes, int standardPort) {
    this.kind = kind;
    this.module = module;
    this.heapMegabytes = heapMegabytes;
    this.standardPort = standardPort;
  }

  /** The name in commands, logs and messages, such as {@code ledger}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The part of this name.
   *
   * @throws IllegalArgumentException naming those there are
   */
  public static Part named(String label) {
    return Arrays.stream(values())
        .filter(part -> part.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no part " + label + ", only " + labels() + "."));
  }

  /** Whether it is a Spring Boot application: one of the services, the gateway or the portal. */
  public boolean isApplication() {
    return kind == Kind.GATEWAY || kind == Kind.SERVICE;
  }

  /** Whether it has a database of its own. */
  public boolean hasDatabase() {
    return kind == Kind.SERVICE;
  }

  /** Whether it is somebody else's server: PostgreSQL or Kafka. */
  public boolean isServer() {
    return kind == Kind.SERVER;
  }

  /** The gateway and the services. */
  public static List<Part> applications() {
    return Arrays.stream(values()).filter(Part::isApplication).toList();
  }

  String module() {
    return module;
  }

  /**
   * Whether it carries enough requests to earn back what the JVM's optimizing compiler takes: half
   * of the processor of a start.
   */
  boolean isBusy() {
    return this == GATEWAY || this == LEDGER || this == BILLING || this == MARKETPLACE;
  }

  int heapMegabytes() {
    return heapMegabytes;
  }

  public int standardPort() {
    return standardPort;
  }

  private static List<String> labels() {
    return Arrays.stream(values()).map(Part::label).toList();
  }
}
