package dev.agora.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.infrastructure.ProjectFolder;
import dev.agora.local.launcher.Part;
import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What docs/metrics.md, the alerts and the dashboards name is there, in a live scrape. */
@ExtendWith(RunningAgora.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String EVERYBODY = "all";
  private static final String SERVICES = "services";

  private final Agora agora;
  private final Map<Part, Scrape> scrapes = new EnumMap<>(Part.class);
  private List<Row> rows = List.of();

  MetricsIT(Agora agora) {
    this.agora = agora;
  }

  /**
   * A line of the page.
   *
   * @param of the parts that have it
   * @param once whether it is there only after something has happened
   */
  private record Row(String metric, Set<Part> of, boolean once) {}

  @BeforeAll
  void somethingHappensAndIsMeasured() throws IOException, InterruptedException {
    Person ada = agora.newcomer("Ada");
    Agent researcher = ada.createAgent("Researcher");
    Agent writer = agora.newcomer("Bob").createAgent("Writer");
    ada.buy(researcher, "pkg_10");
    researcher.transfer(writer, "20").must(201);
    researcher.transfer(writer, "2000").must(402);
    for (Part part : Part.applications()) {
      scrapes.put(part, Scrape.of(agora.management(part)));
    }
    rows = read();
  }

  @Test
  void everyMetricOfOursIsOnThePageWithThoseWhoHaveIt() {
    Map<String, Set<Part>> page = new TreeMap<>();
    rows.forEach(row -> page.put(row.metric(), row.of()));

    scrapes.forEach(
        (part, scrape) ->
            assertThat(scrape.families().keySet())
                .filteredOn(family -> family.startsWith("agora_") && !family.endsWith("_max"))
                .as("%s", part)
                // The portal has none of its own: what it does, the services behind it measure.
                .matches(ours -> part == Part.PORTAL || !ours.isEmpty())
                .allSatisfy(
                    family ->
                        assertThat(page.getOrDefault(family, Set.of())).as(family).contains(part)));
  }

  @Test
  void everyMetricOfThePageIsThere() {
    assertThat(rows)
        .isNotEmpty()
        .filteredOn(row -> !row.once())
        .allSatisfy(
            row ->
                assertThat(row.of())
                    .as(row.metric())
                    .isNotEmpty()
                    .allMatch(part -> families(part).contains(row.metric())));
  }

  @Test
  void everyMetricThatAlertsAndDashboardsNameIsThereOrOnThePage() {
    Set<String> known = new HashSet<>();
    scrapes.values().forEach(scrape -> known.addAll(scrape.samples()));
    rows.stream().filter(Row::once).forEach(row -> known.add(row.metric()));

    assertThat(Expressions.metrics()).hasSizeGreaterThan(30);
    assertThat(Expressions.metrics().keySet()).isSubsetOf(known);
  }

  @Test
  void everyPanelOfADashboardAsksForSomethingAndSaysWhat() {
    assertThat(Expressions.dashboards())
        .hasSize(4)
        .allSatisfy(
            (file, dashboard) ->
                assertThat(dashboard.path("panels").valueStream())
                    .as(file)
                    .filteredOn(panel -> !panel.path("type").asString().equals("row"))
                    .isNotEmpty()
                    .allSatisfy(
                        panel -> {
                          assertThat(panel.path("title").asString()).isNotBlank();
                          assertThat(panel.at("/targets/0/expr").asString()).isNotBlank();
                        }));
  }

  @Test
  void theBooksAsMeasuredAreTheBooks() {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              Scrape ledger = Scrape.of(agora.management(Part.LEDGER));
              assertThat(ledger.value("agora_ledger_imbalance{asset=\"CREDIT\"}")).isZero();
              assertThat(ledger.value("agora_ledger_imbalance{asset=\"USD\"}")).isZero();
              assertThat(ledger.value("agora_ledger_check{check=\"solvency\"}")).isEqualTo(1);
              assertThat(
                      ledger.value(
                          "agora_ledger_account{account=\"stripe/clearing\",asset=\"USD\"}"))
                  .isPositive();
              assertThat(ledger.value("agora_ledger_books_age_seconds")).isBetween(0.0, 40.0);
            });
  }

  @Test
  void anIdleOutboxIsYoung() {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        Scrape.of(agora.management(Part.BILLING)).value("agora_outbox_age_seconds"))
                    .isBetween(0.0, 15.0));
  }

  @Test
  void requestsAreMeasuredByRouteAtTheGatewayAndByOperationBehindIt() {
    assertThat(samples(Part.GATEWAY))
        .anyMatch(
            sample ->
                sample.startsWith("http_server_requests_seconds_count")
                    && sample.contains("uri=\"/api/v1/credits/**\"")
                    && sample.contains("status=\"402\""));
    assertThat(samples(Part.LEDGER))
        .anyMatch(
            sample ->
                sample.startsWith("http_server_requests_seconds_count")
                    && sample.contains("uri=\"/api/v1/credits/transfer\""));
  }

  private Set<String> samples(Part part) {
    Scrape scrape = scrapes.get(part);
    return scrape == null ? Set.of() : scrape.values().keySet();
  }

  private Set<String> families(Part part) {
    Scrape scrape = scrapes.get(part);
    return scrape == null ? Set.of() : scrape.families().keySet();
  }

  private static List<Row> read() throws IOException {
    return Files.readString(ProjectFolder.find().resolve("docs/metrics.md"))
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
        .map(
            cells ->
                new Row(
                    cells.get(1).replace("`", "").replace(" †", ""),
                    parts(cells.get(2)),
                    cells.get(1).contains("†")))
        .toList();
  }

  private static Set<Part> parts(String cell) {
    Set<Part> parts = new TreeSet<>();
    for (String name : cell.split(", ", -1)) {
      switch (name) {
        case EVERYBODY -> parts.addAll(Part.applications());
        case SERVICES ->
            Part.applications().stream()
                .filter(part -> part != Part.GATEWAY && part != Part.PORTAL)
                .forEach(parts::add);
        default -> parts.add(Part.valueOf(name.toUpperCase(Locale.ROOT)));
      }
    }
    return parts;
  }
}
