package dev.agora.payout.quote;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.agora.money.Credits;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks over HTTP: few questions at once, each for a short time, none of them twice. */
@Component
class HttpLedgerFigures implements LedgerFigures {

  private static final Logger log = LoggerFactory.getLogger(HttpLedgerFigures.class);

  private final RestClient client;
  private final Semaphore questions;

  HttpLedgerFigures(RestClient.Builder builder, LedgerProperties properties) {
    JdkClientHttpRequestFactory requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.connectWithin())
                .build());
    requests.setReadTimeout(properties.answerWithin());
    this.client = builder.baseUrl(properties.url().toString()).requestFactory(requests).build();
    this.questions = new Semaphore(properties.questionsMax());
  }

  /** The ledger's answer; it may say more one day. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Seasoning(String convertible, String seasoning, List<SeasoningItem> items, Instant asOf) {

    Seasoning {
      Objects.requireNonNull(convertible, "convertible");
      Objects.requireNonNull(seasoning, "seasoning");
      Objects.requireNonNull(asOf, "asOf");
      items = List.copyOf(items);
    }

    Earnings toEarnings() {
      return new Earnings(
          Credits.parse(convertible),
          Credits.parse(seasoning),
          items.stream().map(SeasoningItem::toCredits).toList(),
          asOf);
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record SeasoningItem(String credits, Instant convertibleAt) {

    SeasoningItem {
      Objects.requireNonNull(credits, "credits");
      Objects.requireNonNull(convertibleAt, "convertibleAt");
    }

    Earnings.SeasoningCredits toCredits() {
      return new Earnings.SeasoningCredits(Credits.parse(credits), convertibleAt);
    }
  }

  @Override
  public Optional<Earnings> earnings(String agentId, @Nullable String delegation) {
    if (delegation == null || !questions.tryAcquire()) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(
              client
                  .get()
                  .uri(ADDRESS + "{agent}", agentId)
                  .headers(headers -> headers.setBearerAuth(delegation))
                  .retrieve()
                  .body(Seasoning.class))
          .map(Seasoning::toEarnings);
    } catch (RestClientException | IllegalArgumentException noAnswer) {
      log.warn("a quote goes without the ledger's figures: {}", noAnswer.toString());
      return Optional.empty();
    } finally {
      questions.release();
    }
  }
}
