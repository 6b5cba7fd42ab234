package dev.agora.marketplace.listing;

import dev.agora.marketplace.problem.MarketplaceProblem;
import dev.agora.marketplace.schema.JsonSchemas;
import dev.agora.money.Credits;
import dev.agora.money.Economy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What terms must hold beyond their form. */
record TermsCheck(JsonSchemas schemas, Economy economy) {

  private static final int SCHEMA_LENGTH_MAX = 16_384;

  Optional<ListingResult.Refused> refusal(Terms terms) {
    Credits fee = economy.marketplaceFee().of(terms.price());
    if (!terms.price().minus(fee).isPositive()) {
      return Optional.of(
          new ListingResult.Refused(
              MarketplaceProblem.PRICE_TOO_SMALL,
              "Of " + terms.price() + " credits the fee takes " + fee + ".",
              "/price"));
    }
    return refusal("/inputSchema", terms.inputSchema())
        .or(() -> refusal("/outputSchema", terms.outputSchema()));
  }

  private Optional<ListingResult.Refused> refusal(String field, @Nullable String schema) {
    return Optional.ofNullable(schema)
        .flatMap(this::fault)
        .map(fault -> new ListingResult.Refused(MarketplaceProblem.SCHEMA_INVALID, fault, field));
  }

  private Optional<String> fault(String schema) {
    return schema.length() > SCHEMA_LENGTH_MAX
        ? Optional.of("A schema has at most " + SCHEMA_LENGTH_MAX + " characters.")
        : schemas.fault(schema);
  }
}
