package dev.agora.payout.destination;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayoutAccountStatusTest {

  @ParameterizedTest
  @CsvSource({
    "ACTIVE,      false, ACTIVE,     true",
    "ACTIVE,      true,  ACTIVE,     true",
    "PENDING,     false, ONBOARDING, false",
    "PENDING,     true,  RESTRICTED, true",
    "RESTRICTED,  false, ONBOARDING, false",
    "RESTRICTED,  true,  RESTRICTED, true",
    "UNSUPPORTED, false, RESTRICTED, false",
    "UNSUPPORTED, true,  RESTRICTED, true",
    "CLOSED,      false, CLOSED,     false",
    "CLOSED,      true,  CLOSED,     true",
    "OTHER,       false, ONBOARDING, false",
    "OTHER,       true,  RESTRICTED, true",
  })
  void onlyAnActiveCapabilityIsReady(
      TransferCapability capability, boolean wasActive, PayoutAccountStatus status, boolean then) {
    PayoutAccount before =
        new PayoutAccount("hum_1", "acct_1", PayoutAccountStatus.ONBOARDING, wasActive, null);
    PayoutAccount after = before.with(capability);
    assertThat(after.status()).isEqualTo(status);
    assertThat(after.wasActive()).isEqualTo(then);
    assertThat(after.isReady()).isEqualTo(status == PayoutAccountStatus.ACTIVE);
  }
}
