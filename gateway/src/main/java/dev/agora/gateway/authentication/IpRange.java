package dev.agora.gateway.authentication;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;

/** A range of addresses, as {@code 192.0.2.0/24} writes it. Immutable. */
final class IpRange {

  private final InetAddress network;
  private final int bits;

  private IpRange(InetAddress network, int bits) {
    this.network = network;
    this.bits = bits;
  }

  /** Empty for what is no range. */
  static Optional<IpRange> parse(String text) {
    int slash = text.indexOf('/');
    try {
      InetAddress network = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
      int length = network.getAddress().length * Byte.SIZE;
      int bits = slash < 0 ? length : Integer.parseInt(text.substring(slash + 1));
      return bits < 0 || bits > length ? Optional.empty() : Optional.of(new IpRange(network, bits));
    } catch (IllegalArgumentException noRange) {
      return Optional.empty();
    }
  }

  boolean contains(InetAddress address) {
    byte[] asked = address.getAddress();
    byte[] own = network.getAddress();
    int others = own.length * Byte.SIZE - bits;
    return asked.length == own.length
        && new BigInteger(1, asked)
            .shiftRight(others)
            .equals(new BigInteger(1, own).shiftRight(others));
  }
}
