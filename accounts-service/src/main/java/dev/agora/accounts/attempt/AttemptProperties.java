package dev.agora.accounts.attempt;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often a password may be wrong, and a mail may be asked for. Each is a bucket: so many at
 * once, and one more after a while.
 *
 * @param pairBurst for one e-mail address from one source
 * @param pairRefill until one more
 * @param sourceBurst from one source, whatever the addresses
 * @param sourceRefill until one more
 * @param addressBurst for one e-mail address from all sources together, less those from which its
 *     human signed in lately
 * @param addressRefill until one more
 * @param recoveryBurst wrong recovery codes of one human
 * @param recoveryRefill until one more
 * @param mailBurst mails with a code that anybody may ask for to one address
 * @param mailRefill until one more
 * @param mailSourceBurst such mails asked for from one source, whatever the addresses
 * @param mailSourceRefill until one more
 */
@ConfigurationProperties("agora.accounts.attempts")
record AttemptProperties(
    @DefaultValue("10") int pairBurst,
    @DefaultValue("1m") Duration pairRefill,
    @DefaultValue("100") int sourceBurst,
    @DefaultValue("10s") Duration sourceRefill,
    @DefaultValue("50") int addressBurst,
    @DefaultValue("30s") Duration addressRefill,
    @DefaultValue("5") int recoveryBurst,
    @DefaultValue("10m") Duration recoveryRefill,
    @DefaultValue("3") int mailBurst,
    @DefaultValue("10m") Duration mailRefill,
    @DefaultValue("20") int mailSourceBurst,
    @DefaultValue("1m") Duration mailSourceRefill) {

  AttemptProperties {
    require("pair", pairBurst, pairRefill);
    require("source", sourceBurst, sourceRefill);
    require("address", addressBurst, addressRefill);
    require("recovery", recoveryBurst, recoveryRefill);
    require("mail", mailBurst, mailRefill);
    require("mail-source", mailSourceBurst, mailSourceRefill);
  }

  private static void require(String name, int burst, Duration refill) {
    if (burst < 1 || !refill.isPositive()) {
      throw new IllegalArgumentException(
          "agora.accounts.attempts.%s-burst is %d and -refill is %s; both must be above zero"
              .formatted(name, burst, refill));
    }
  }
}
