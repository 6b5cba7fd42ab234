package dev.agora.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Answer;
import dev.agora.local.launcher.client.Person;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What is sold by the month; how it is renewed is tested in the service, with a clock of its own.
 */
@ExtendWith(RunningAgora.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubscriptionIT {

  private final Agora agora;
  private final Person payer;
  private final Agent seller;

  SubscriptionIT(Agora agora) {
    this.agora = agora;
    payer = agora.newcomer("Reader");
    seller = agora.newcomer("Library").createAgent("Library");
  }

  private static Answer subscribe(Agent buyer, String service, String key) {
    return buyer.api().post(Market.SUBSCRIPTIONS, Map.of("service", service), key);
  }

  @Test
  void theFirstMonthIsPaidAtOnceAndACancellationWaitsForItsEnd() {
    Agent buyer = payer.createAgent("Subscriber");
    payer.buy(buyer, "pkg_10");
    String service = Market.publishMonthly(seller, "All the papers of the month", "50");
    String key = UUID.randomUUID().toString();
    Answer begun = subscribe(buyer, service, key).must(202);
    String path = Market.SUBSCRIPTIONS + "/" + begun.text("/id");
    Answer active = agora.await(seller.api(), path, "ACTIVE");
    assertThat(active.amount("/months/0/sellerNet")).isEqualByComparingTo("47.5");
    assertThat(active.amount("/months/0/fee")).isEqualByComparingTo("2.5");
    Instant monthLater =
        Instant.parse(active.text("/createdAt")).atZone(ZoneOffset.UTC).plusMonths(1).toInstant();
    assertThat(Instant.parse(active.text("/renewsAt"))).isEqualTo(monthLater);
    Purse.has(buyer, "0", "50", "0");
    Purse.has(seller, "0", "0", "47.5");

    Answer replay = subscribe(buyer, service, key).must(202);
    assertThat(replay.text("/id")).isEqualTo(begun.text("/id"));
    assertThat(replay.replayed()).isTrue();
    Answer second = subscribe(buyer, service, UUID.randomUUID().toString());
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.text("/code")).isEqualTo("already_subscribed");
    Purse.has(buyer, "0", "50", "0");

    Answer canceled = buyer.api().post(path + "/cancel", Map.of()).must(200);
    assertThat(canceled.text("/status")).isEqualTo("ACTIVE");
    assertThat(Instant.parse(canceled.text("/endsAt"))).isEqualTo(monthLater);
    agora.proof();
  }

  @Test
  void aFirstMonthThatCanNotBePaidIsRejectedWithWhatIsMissing() {
    Agent poor = payer.createAgent("Hopeful");
    String service = Market.publishMonthly(seller, "All the books of the month", "50");
    Answer rejected = subscribe(poor, service, UUID.randomUUID().toString()).must(202);
    Answer decided =
        agora.await(poor.api(), Market.SUBSCRIPTIONS + "/" + rejected.text("/id"), "REJECTED");
    assertThat(decided.text("/rejection/code")).isEqualTo("insufficient_credits");
    assertThat(decided.amount("/rejection/missing")).isEqualByComparingTo("50");
    Purse.has(poor, "0", "0", "0");
    agora.proof();
  }

  @Test
  void whatIsSoldByTheMonthIsNotOrdered() {
    Agent buyer = payer.createAgent("Hasty");
    String service = Market.publishMonthly(seller, "All the songs of the month", "50");
    Answer refused = Market.buy(buyer, service);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("/code")).isEqualTo("sold_by_the_month");
    assertThat(refused.text("/remedy")).contains(Market.SUBSCRIPTIONS);
  }
}
