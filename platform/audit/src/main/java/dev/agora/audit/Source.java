package dev.agora.audit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Where a request came from, as the gateway saw it.
 *
 * @param address of the caller's machine; {@code unknown} if the gateway named none
 */
public record Source(String address) {

  /** The header in which the gateway names it; callers' own are dropped there. */
  public static final String HEADER = "X-Agora-Source";

  public static final Source UNKNOWN = new Source("unknown");

  /** One customer of a network provider has at least as much of IPv6. */
  private static final int NETWORK_BYTES = 8;

  /** Reads the header. */
  public static Source of(@Nullable String header) {
    if (header == null) {
      return UNKNOWN;
    }
    try {
      return new Source(InetAddress.ofLiteral(header).getHostAddress());
    } catch (IllegalArgumentException noAddress) {
      return UNKNOWN;
    }
  }

  /** What is counted together: an IPv4 address, or the 64 bits of IPv6 that one customer has. */
  public String network() {
    if (this.equals(UNKNOWN)) {
      return address;
    }
    return InetAddress.ofLiteral(address) instanceof Inet6Address ip
        ? HexFormat.of().formatHex(Arrays.copyOf(ip.getAddress(), NETWORK_BYTES)) + "/64"
        : address;
  }
}
