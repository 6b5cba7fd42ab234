package dev.agora.payout.quote;

import dev.agora.jdbc.JdbcInstants;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcQuotes implements Quotes {

  private final JdbcClient jdbc;

  JdbcQuotes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(Quote quote) {
    jdbc.sql(
            """
            INSERT INTO conversion_quote (quote_id, agent_id, credit_micros, fee_bps, expires_at)
            VALUES (?, ?, ?, ?, ?)
            """)
        .params(
            quote.id(),
            quote.agentId(),
            quote.terms().credits().micros(),
            quote.terms().feeBps(),
            OffsetDateTime.ofInstant(quote.expiresAt(), ZoneOffset.UTC))
        .update();
  }

  @Override
  public Optional<Quote> find(String quoteId) {
    return jdbc.sql(
            """
            SELECT quote_id, agent_id, credit_micros, fee_bps, expires_at
            FROM conversion_quote WHERE quote_id = ?
            """)
        .param(quoteId)
        .query(
            (row, index) ->
                new Quote(
                    row.getString("quote_id"),
                    row.getString("agent_id"),
                    Terms.of(
                        Credits.ofMicros(row.getLong("credit_micros")),
                        FeeRate.ofBasisPoints(row.getInt("fee_bps"))),
                    JdbcInstants.read(row, "expires_at")))
        .optional();
  }
}
