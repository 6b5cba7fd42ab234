package dev.agora.accounts.passkey;

import dev.agora.accounts.human.HumanId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A public key whose private half is on a device of its human.
 *
 * @param id {@code pky_} and 32 hex digits
 * @param human whose it is
 * @param credentialId how the device names it, base64url
 * @param name how its human names it
 * @param publicKey as the device attested it: its model, the credential's id and the COSE key
 * @param signatureCount of the last signature; 0 from devices that do not count
 * @param backupEligible whether it can be copied to other devices, which never changes
 * @param backedUp whether it has been
 * @param transports how a browser may reach the device
 * @param createdAt when it was made known
 * @param usedAt when it was last accepted, or null
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Passkey(
    String id,
    HumanId human,
    String credentialId,
    String name,
    byte[] publicKey,
    long signatureCount,
    boolean backupEligible,
    boolean backedUp,
    List<String> transports,
    Instant createdAt,
    @Nullable Instant usedAt) {

  Passkey {
    transports = List.copyOf(transports);
  }

  @Override
  public String toString() {
    return "passkey " + id;
  }
}
