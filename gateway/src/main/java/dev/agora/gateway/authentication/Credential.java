package dev.agora.gateway.authentication;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A credential as accounts-service last described it.
 *
 * @param id the public part
 * @param kind key or session
 * @param hash keyed hash of its text
 * @param caller whom it admits
 * @param expiresAt null if it never does
 * @param revoked whether its owner ended it
 * @param version counts its changes; a lower one is older news
 * @param ipRanges from which it may be used; empty for everywhere
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by CredentialHash only, never by equals.
record Credential(
    String id,
    CredentialKind kind,
    byte[] hash,
    Caller caller,
    @Nullable Instant expiresAt,
    boolean revoked,
    long version,
    List<String> ipRanges) {

  Credential {
    ipRanges = List.copyOf(ipRanges);
  }

  boolean hasExpired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  /** Whether it may be used from that address; null is nowhere in particular. */
  boolean isUsableFrom(@Nullable InetAddress address) {
    return ipRanges.isEmpty()
        || (address != null
            && ipRanges.stream()
                // A range that can not be read admits nobody.
                .flatMap(text -> IpRange.parse(text).stream())
                .anyMatch(range -> range.contains(address)));
  }

  @Override
  public String toString() {
    return kind + " " + id + " version " + version + (revoked ? " revoked" : "");
  }
}
