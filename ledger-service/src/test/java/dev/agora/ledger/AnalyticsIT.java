package dev.agora.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.OwnerId;
import dev.agora.ledger.analytics.AnalyticsDoor;
import dev.agora.ledger.posting.AgentStatus;
import dev.agora.ledger.posting.Outcome;
import dev.agora.ledger.posting.Posting;
import dev.agora.money.Credits;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Sums that equal the entries to the last micro-credit, wherever the summary is. */
class AnalyticsIT extends RunningLedger {

  private static final String SPENDING = "/api/v1/analytics/spending";
  private static final String ENTRIES_READ =
      "SELECT seq_tup_read + coalesce(idx_tup_fetch, 0) FROM pg_stat_xact_user_tables WHERE relname = 'entry'";
  private static final List<List<String>> GROUPINGS =
      List.of(
          List.of("agent"),
          List.of("day"),
          List.of("kind"),
          List.of("counterparty"),
          List.of("agent", "day"),
          List.of("counterparty", "kind", "agent", "day"));

  @SuppressWarnings("NullAway.Init") // before each
  private AnalyticsDoor summary;

  private final OwnerId ada = freshOwner();
  private final OwnerId bob = freshOwner();

  @BeforeEach
  void open() {
    summary = new AnalyticsDoor(beans);
  }

  @Test
  void everyGroupingEqualsTheEntriesWhereverTheSummaryIs() throws Exception {
    List<AgentId> agents = new ArrayList<>();
    for (OwnerId owner : List.of(ada, ada, ada, bob, bob, freshOwner())) {
      agents.add(agent(freshAgentId(), owner, AgentStatus.ACTIVE));
    }
    long seed = new Random().nextLong();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> one = threads.submit(() -> post(new RandomPostings(seed, agents), 20));
      Future<?> two = threads.submit(() -> post(new RandomPostings(seed + 1, agents), 20));
      Random random = new Random(seed);
      while (!one.isDone() || !two.isDone()) {
        summary.addPage(1 + random.nextInt(40), 1 + random.nextInt(20));
        assertThat(summary.difference(ada)).as("seed %d", seed).isZero();
      }
      one.get();
      two.get();
    }
    post(new RandomPostings(seed + 2, agents), 3);
    assertThat(summary.missingBatches()).isPositive();

    compareEverything(seed);
    summary.addAll();
    compareEverything(seed);
    new ExpectedFigures(jdbc)
        .compare(
            json(
                getAsOperator(
                    "/api/v1/analytics/platform?from="
                        + LocalDate.now(ZoneOffset.UTC).minusDays(300))));
  }

  @Test
  void aQueryReadsNoEntryThatIsSummarised() {
    AgentId payer = agent(freshAgentId(), ada, AgentStatus.ACTIVE);
    AgentId payee = agent();
    buy(payer, "100");
    String one = body(payee, "1");
    payMany(
        payer,
        "k",
        "{\"transfers\":[%s]}".formatted(String.join(",", Collections.nCopies(50, one))));
    summary.addAll();
    long summarised = entriesReadBy(ada);
    pay(payer, payee, "1");
    pay(payer, payee, "1");

    // Both queries read what is new; to plan them, PostgreSQL looks at the ends of an index.
    assertThat(summarised).isLessThan(10);
    assertThat(entriesReadBy(ada)).isBetween(4L, 14L);
    assertThat(spent(SPENDING, ada)).isEqualTo("52");
  }

  @Test
  void aDayEndsAtMidnightUtc() {
    AgentId agent = agent(freshAgentId(), ada, AgentStatus.ACTIVE);
    transactions.executeWithoutResult(
        status -> {
          status.setRollbackOnly();
          spend(agent, 1, "2026-11-21T23:59:59.999999Z");
          spend(agent, 2, "2026-11-22T00:00:00Z");
          List<String> days =
              jdbc.sql("SELECT day::text FROM movement WHERE wallet_id = ? ORDER BY version")
                  .param(walletOf(agent))
                  .query((row, index) -> row.getString(1))
                  .list();
          assertThat(days).containsExactly("2026-11-21", "2026-11-22");
        });
  }

  @Test
  void nobodySeesWhatAForeignAgentSpends() {
    AgentId foreign = agent(freshAgentId(), bob, AgentStatus.ACTIVE);
    AgentId own = agent(freshAgentId(), ada, AgentStatus.ACTIVE);
    buy(foreign, "100");
    pay(foreign, own, "10");

    assertThat(code(getAsHuman(SPENDING + "?agent=" + foreign, ada))).isEqualTo("agent_not_found");
    assertThat(getAsHuman(SPENDING + "?agent=agt_1", ada).statusCode()).isEqualTo(404);
    assertThat(spent(SPENDING, ada)).isEqualTo("0");
    assertThat(spent("/api/v1/analytics/earnings?agent=" + own, ada)).isEqualTo("9.5");
    assertThat(get(SPENDING, own).statusCode()).isEqualTo(403);
    assertThat(getAsAnybody(SPENDING).statusCode()).isIn(401, 403);
    assertThat(getAsHuman("/api/v1/analytics/platform", ada).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          /api/v1/analytics/spending?from=1.1.2026,            ?from
          /api/v1/analytics/earnings?to=2026-02-30,            ?to
          /api/v1/analytics/spending?from=2999-01-01,          ?from
          /api/v1/analytics/spending?by=month,                 ?by
          /api/v1/analytics/spending?by=day&by=day,            ?by
          /api/v1/analytics/spending?by=,                      ?by
          /api/v1/analytics/spending?limit=101,                ?limit
          /api/v1/analytics/spending?by=day&cursor=YXxi,       ?cursor
          """)
  void aWrongParameterIsNamed(String path, String pointer) {
    HttpResponse<String> answer = getAsHuman(path, ada);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).at("/errors/0/pointer").asString()).isEqualTo(pointer);
  }

  private void post(RandomPostings random, int batches) {
    for (int batch = 0; batch < batches; batch++) {
      List<Posting> some = new ArrayList<>();
      for (int index = 0; index < 8; index++) {
        some.add(batch == 0 ? random.buy() : random.next());
      }
      List<Outcome> outcomes =
          Objects.requireNonNull(transactions.execute(status -> postings.post(some)));
      for (int index = 0; index < some.size(); index++) {
        random.saw(some.get(index), outcomes.get(index));
      }
    }
  }

  private void compareEverything(long seed) {
    for (OwnerId owner : List.of(ada, bob)) {
      ExpectedSums expected = new ExpectedSums(jdbc, owner);
      for (String flow : List.of("spending", "earnings")) {
        for (List<String> by : GROUPINGS) {
          assertThat(sums(flow, by, owner))
              .as("%s by %s, seed %d", flow, by, seed)
              .containsExactlyEntriesOf(expected.of(flow, by));
        }
      }
      JsonNode totals = json(getAsHuman(SPENDING, owner)).path("totals");
      for (String flow : List.of("spending", "earnings", "other")) {
        assertThat(micros(totals.path(flow))).as("seed %d", seed).isEqualTo(expected.total(flow));
      }
      assertThat(micros(totals.path("change"))).isEqualTo(expected.change());
      assertThat(micros(totals.path("change")))
          .isEqualTo(
              number(
                  "SELECT sum(promotional + purchased + earned + debt + held + frozen) FROM wallet WHERE owner_id = '"
                      + owner
                      + "'"));
    }
  }

  /** All pages, in their order. */
  private Map<List<String>, List<Long>> sums(String flow, List<String> by, OwnerId owner) {
    Map<List<String>, List<Long>> sums = new LinkedHashMap<>();
    String path = "/api/v1/analytics/%s?limit=40&by=%s".formatted(flow, String.join(",", by));
    JsonNode page = json(getAsHuman(path, owner));
    while (true) {
      for (JsonNode item : page.path("items")) {
        List<String> group = by.stream().map(name -> item.path(name).asString()).toList();
        assertThat(item.path("label").asString()).isEqualTo(String.join(", ", group));
        sums.put(
            group,
            List.of(
                micros(item.path("credits")),
                micros(item.path("fees")),
                item.path("count").asLong()));
      }
      if (page.path("nextCursor").isNull()) {
        return sums;
      }
      page = json(getAsHuman(path + "&cursor=" + page.path("nextCursor").asString(), owner));
    }
  }

  private long number(String sql) {
    return jdbc.sql(sql).query((row, index) -> row.getLong(1)).single();
  }

  private String spent(String path, OwnerId owner) {
    JsonNode totals = json(getAsHuman(path, owner)).path("totals");
    return totals.path(path.contains("earnings") ? "earnings" : "spending").asString();
  }

  /** Rows of table entry that an answer to that owner fetches. */
  private long entriesReadBy(OwnerId owner) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              long before = number(ENTRIES_READ);
              summary.answer(owner);
              return number(ENTRIES_READ) - before;
            }));
  }

  private long walletOf(AgentId agent) {
    return number("SELECT id FROM wallet WHERE agent_id = '" + agent + "'");
  }

  private void spend(AgentId agent, int version, String at) {
    jdbc.sql(
            """
            INSERT INTO journal (number, posting_id, kind, at, payer_id, amount)
            VALUES (-?, 'midnight/' || ?, 'SPEND', ?::timestamptz, ?, 1)
            """)
        .params(version, version, at, walletOf(agent))
        .update();
    jdbc.sql(
            """
            INSERT INTO entry (holder_id, version, number, line, account_id, part, asset, units, balance_after)
            VALUES (?, ?, -?, 0, 0, 'EARNED', 'CREDIT', -1, 0), (-?, 1, -?, 1, 0, 'WHOLE', 'CREDIT', 1, 1)
            """)
        .params(walletOf(agent), version, version, version, version)
        .update();
  }

  private static long micros(JsonNode credits) {
    return Credits.parse(credits.asString()).micros();
  }
}
