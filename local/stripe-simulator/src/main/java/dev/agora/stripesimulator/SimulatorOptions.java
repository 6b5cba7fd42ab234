package dev.agora.stripesimulator;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a simulator starts.
 *
 * @param door where it listens, and what it calls itself
 * @param seed what ids follow from
 * @param settleAtOnce whether charges are available at once instead of after two days
 * @param payoutDelay from money on a connected account to its payout, and from that to "paid"
 * @param data a folder where state lasts, or null to forget it at the end
 * @param endpoints webhook endpoints known from the start
 * @param time where real time comes from
 * @param record a folder where answers and events are written down, or null
 */
public record SimulatorOptions(
    Door door,
    String seed,
    boolean settleAtOnce,
    Duration payoutDelay,
    @Nullable Path data,
    List<Endpoint> endpoints,
    InstantSource time,
    @Nullable Path record) {

  /**
   * Where a simulator listens, and what it calls itself.
   *
   * @param address of the interface, such as 127.0.0.1, or 0.0.0.0 for all of them
   * @param port 0 for any free one
   * @param publicUrl the address in the links to its pages, without a slash at the end; null for
   *     where it listens on 127.0.0.1
   */
  public record Door(String address, int port, @Nullable String publicUrl) {}

  /** A webhook endpoint for all events; {@code connect} ones hear of connected accounts. */
  public record Endpoint(String name, String url, String secret, boolean connect) {}

  /** Checks and copies. */
  public SimulatorOptions {
    endpoints = List.copyOf(endpoints);
  }

  /** The system property that names the folder to record into, where the build wants it. */
  public static final String RECORD = "agora.stripe.traffic";

  /**
   * For tests: any port, seed "agora", funds at once, no state on disk, the system's clock; records
   * where {@link #RECORD} says.
   */
  public static SimulatorOptions defaults() {
    String folder = System.getProperty(RECORD);
    return new SimulatorOptions(
        new Door("127.0.0.1", 0, null),
        "agora",
        true,
        Duration.ofSeconds(2),
        null,
        List.of(),
        InstantSource.system(),
        folder == null || folder.isBlank() ? null : Path.of(folder));
  }

  /** With the endpoint that hears of the platform's own account. */
  public SimulatorOptions withPlatformEndpoint(String url, String secret) {
    return withEndpoint(new Endpoint("platform", url, secret, false));
  }

  /** With the endpoint that hears of connected accounts, and of thin v2 events. */
  public SimulatorOptions withConnectEndpoint(String url, String secret) {
    return withEndpoint(new Endpoint("connect", url, secret, true));
  }

  private SimulatorOptions withEndpoint(Endpoint endpoint) {
    List<Endpoint> more = new ArrayList<>(endpoints);
    more.add(endpoint);
    return new SimulatorOptions(door, seed, settleAtOnce, payoutDelay, data, more, time, record);
  }

  /** On that port. */
  public SimulatorOptions withPort(int other) {
    return withDoor(new Door(door.address(), other, door.publicUrl()));
  }

  /** Listening there. */
  public SimulatorOptions withDoor(Door other) {
    return new SimulatorOptions(
        other, seed, settleAtOnce, payoutDelay, data, endpoints, time, record);
  }

  /** With ids that follow from that seed. */
  public SimulatorOptions withSeed(String other) {
    return new SimulatorOptions(
        door, other, settleAtOnce, payoutDelay, data, endpoints, time, record);
  }

  /** With funds available at once or after two days. */
  public SimulatorOptions withSettleAtOnce(boolean other) {
    return new SimulatorOptions(door, seed, other, payoutDelay, data, endpoints, time, record);
  }

  /** With that time between the steps of a payout. */
  public SimulatorOptions withPayoutDelay(Duration other) {
    return new SimulatorOptions(door, seed, settleAtOnce, other, data, endpoints, time, record);
  }

  /** With state that lasts in the folder. */
  public SimulatorOptions withData(Path folder) {
    return new SimulatorOptions(
        door, seed, settleAtOnce, payoutDelay, folder, endpoints, time, record);
  }

  /** With another clock. */
  public SimulatorOptions withTime(InstantSource other) {
    return new SimulatorOptions(
        door, seed, settleAtOnce, payoutDelay, data, endpoints, other, record);
  }

  /** With what is answered and sent written down in that folder. */
  public SimulatorOptions withRecord(Path folder) {
    return new SimulatorOptions(
        door, seed, settleAtOnce, payoutDelay, data, endpoints, time, folder);
  }
}
