package dev.agora.accounts.webhook;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses lie in the public Internet. Whoever may name the address of a call would
 * otherwise reach what only this machine and its network reach.
 */
final class PublicAddresses {

  /** Ranges of IPv4 and IPv6 that lead to this machine, its network, or no single machine. */
  private static final List<Range> CLOSED =
      List.of(
          // This network, private, shared, loopback, link-local, for protocols and documents, 6to4.
          range(0, 0, 0, 0, 8),
          range(10, 0, 0, 0, 8),
          range(100, 64, 0, 0, 10),
          range(127, 0, 0, 0, 8),
          range(169, 254, 0, 0, 16),
          range(172, 16, 0, 0, 12),
          range(192, 0, 0, 0, 24),
          range(192, 0, 2, 0, 24),
          range(192, 88, 99, 0, 24),
          range(192, 168, 0, 0, 16),
          range(198, 18, 0, 0, 15),
          range(198, 51, 100, 0, 24),
          range(203, 0, 113, 0, 24),
          // Multicast, reserved, broadcast.
          range(224, 0, 0, 0, 3));

  /** Of IPv6 only what is handed out, 2000::/3, is public. */
  private static final int HANDED_OUT = 0b001;

  /** Teredo, documents, 6to4: addresses that carry or stand for other ones. */
  private static final List<Long> TUNNELS = List.of(0x2001_0000L, 0x2001_0db8L);

  private static final int TO4 = 0x2002;
  private static final int IPV4_BYTES = 4;

  private record Range(int network, int bits) {

    boolean holds(int address) {
      return (address ^ network) >>> (Integer.SIZE - bits) == 0;
    }
  }

  private PublicAddresses() {}

  private static Range range(int a, int b, int c, int d, int bits) {
    return new Range((a << 24) | (b << 16) | (c << 8) | d, bits);
  }

  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length == IPV4_BYTES) {
      int number = new BigInteger(bytes).intValue();
      return CLOSED.stream().noneMatch(range -> range.holds(number));
    }
    long first = new BigInteger(1, bytes).shiftRight(96).longValue();
    return first >>> 29 == HANDED_OUT && !TUNNELS.contains(first) && first >>> 16 != TO4;
  }
}
