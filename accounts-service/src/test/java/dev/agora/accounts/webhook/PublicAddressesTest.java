package dev.agora.accounts.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a webhook never reaches. */
class PublicAddressesTest {

  private static final CheckUrl CLOSED =
      new CheckUrl(
          new WebhookProperties(
              false,
              Duration.ofSeconds(1),
              Duration.ofSeconds(1),
              Duration.ofHours(1),
              Duration.ofSeconds(30)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.0.0.1",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.255",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.7",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.1.2.3",
        "::7f00:1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void whatIsPrivateOrNobodysIsNotPublic(String address) throws UnknownHostException {
    assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "126.1.1.1",
        "128.1.1.1",
        "169.253.1.1",
        "172.15.255.255",
        "172.32.0.1",
        "192.167.1.1",
        "198.17.1.1",
        "198.20.1.1",
        "223.255.255.255",
        "2606:4700:4700::1111",
        "2a00:1450:4001::1",
        "::ffff:1.1.1.1"
      })
  void whatIsHandedOutIsPublic(String address) throws UnknownHostException {
    assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/",
        "https://2130706433/",
        "https://127.1/",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]:8443/",
        "https://[fe80::1]/"
      })
  void anAddressInANetworkOfOursIsRefusedAtOnce(String url) {
    assertThat(CLOSED.check(url)).isInstanceOf(WebhookUrl.Parsed.Wrong.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://localhost/", "https://no-such-name.invalid/"})
  void aNameThatLeadsThereOrNowhereHasNoAddressToCall(String url) {
    assertThat(CLOSED.check(url))
        .isInstanceOfSatisfying(
            WebhookUrl.Parsed.Good.class,
            good -> assertThat(CLOSED.addresses(good.url())).isEmpty());
  }
}
