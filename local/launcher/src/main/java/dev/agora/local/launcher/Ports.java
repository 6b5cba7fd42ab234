package dev.agora.local.launcher;

import dev.agora.local.infrastructure.FreePort;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which port of 127.0.0.1 each part listens on. */
public final class Ports {
  private static final int STANDARD_GATEWAY = Part.GATEWAY.standardPort();
  private static final int MANAGEMENT_DISTANCE = 1000;

  private final Map<Part, Integer> ports = new EnumMap<>(Part.class);
  private final Map<Part, Integer> managementPorts = new EnumMap<>(Part.class);
  private final int kafkaController;

  private Ports(boolean free, int distance) {
    for (Part part : Part.values()) {
      int port = free ? FreePort.next() : part.standardPort() + distance;
      ports.put(part, port);
      managementPorts.put(part, free ? FreePort.next() : port + MANAGEMENT_DISTANCE);
    }
    kafkaController = free ? FreePort.next() : ports.getOrDefault(Part.KAFKA, 0) + 1;
  }

  /** The standard block of ports, moved so that the gateway has this one. */
  public static Ports withGatewayAt(int port) {
    return new Ports(false, port - STANDARD_GATEWAY);
  }

  /** Ports that nobody uses now. */
  public static Ports free() {
    return new Ports(true, 0);
  }

  /** Where the part serves. */
  public int of(Part part) {
    return ports.getOrDefault(part, 0);
  }

  /** Where an application serves its health, metrics and operators' views. */
  public int management(Part part) {
    return managementPorts.getOrDefault(part, 0);
  }

  int kafkaController() {
    return kafkaController;
  }

  /** Every port the system listens on, each with what for. */
  public Map<Integer, String> all() {
    Map<Integer, String> all = new LinkedHashMap<>();
    for (Part part : Part.values()) {
      all.put(of(part), part.label());
      if (part.isApplication()) {
        all.put(management(part), part.label() + "'s management");
      }
    }
    all.put(kafkaController, "Kafka's controller");
    return all;
  }
}
