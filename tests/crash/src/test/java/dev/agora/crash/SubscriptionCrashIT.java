package dev.agora.crash;

import static dev.agora.crash.CrashingEconomy.arm;
import static dev.agora.crash.CrashingEconomy.everybodyUp;
import static dev.agora.crash.CrashingEconomy.reviveAfterDeath;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.infrastructure.Database;
import dev.agora.local.launcher.Part;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The ledger or the market halts while a subscription is renewed; it comes back, and the second
 * month is paid once. The suite takes the first few places; {@code -Pproof} takes all.
 */
class SubscriptionCrashIT {

  private static final int SUITE = 2;

  private static final List<Arguments> PLACES =
      List.of(
          Arguments.of(Part.LEDGER, "after-effect-before-commit/ledger.settle-hold"),
          Arguments.of(Part.MARKETPLACE, "orchestrator-after-commit/subscription-period/hold"),
          Arguments.of(Part.LEDGER, "after-commit-before-acknowledge/ledger.settle-hold"),
          Arguments.of(Part.LEDGER, "relay-after-send-before-mark/marketplace.saga-replies.v1"),
          Arguments.of(Part.LEDGER, "after-effect-before-commit/ledger.place-hold"),
          Arguments.of(Part.LEDGER, "after-commit-before-acknowledge/ledger.place-hold"),
          Arguments.of(Part.MARKETPLACE, "orchestrator-after-commit/subscription-period/pay"),
          Arguments.of(Part.MARKETPLACE, "relay-after-send-before-mark/ledger.commands.v1"),
          Arguments.of(Part.MARKETPLACE, "after-effect-before-commit/reply"),
          Arguments.of(Part.MARKETPLACE, "after-commit-before-acknowledge/reply"));

  private static Street street;

  @BeforeAll
  static void openStreet() {
    street = Street.open(everybodyUp());
    street.buyer().buy(street.spender(), "pkg_100");
  }

  @AfterEach
  void nobodyStaysDown() {
    everybodyUp();
  }

  static List<Arguments> places() {
    return Boolean.getBoolean("crash.all-places") ? PLACES : PLACES.subList(0, SUITE);
  }

  @ParameterizedTest
  @MethodSource("places")
  void aRenewalSurvives(Part part, String failPoint) throws SQLException {
    String service =
        Bazaar.publish(street.earner(), "Monthly " + part + " " + failPoint, "PER_MONTH", true);
    String subscription =
        Shopper.ask(street.spender(), "subscriptions", Map.of("service", service))
            .must(202)
            .text("/id");
    String path = "subscriptions/" + subscription;
    Shopper.awaitText(street.spender(), path, "/status", "ACTIVE");
    BigDecimal buyer = street.available(street.spender());
    BigDecimal seller = street.available(street.earner());

    arm(part, failPoint);
    letTheMonthEnd(subscription);
    reviveAfterDeath(part);

    // Newest first: once there is a second one, the first in the list is the renewal.
    Shopper.awaitText(street.spender(), path, "/months/1/sellerNet", "9.5");
    Shopper.awaitText(street.spender(), path, "/months/0/sellerNet", "9.5");
    assertThat(street.available(street.spender()))
        .isEqualByComparingTo(buyer.subtract(Bazaar.PRICE));
    assertThat(street.available(street.earner())).isEqualByComparingTo(seller.add(Bazaar.NET));
    street.assertProof();
  }

  /** A deadline is a row; the sweep finds it within half a second. */
  private static void letTheMonthEnd(String subscription) throws SQLException {
    Database database = street.economy().database(Part.MARKETPLACE);
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        PreparedStatement update =
            connection.prepareStatement("UPDATE subscription SET due_at = now() WHERE id = ?")) {
      update.setString(1, subscription);
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }
}
