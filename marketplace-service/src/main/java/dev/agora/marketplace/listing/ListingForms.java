package dev.agora.marketplace.listing;

import dev.agora.marketplace.schema.JsonText;
import dev.agora.marketplace.schema.Keepable;
import dev.agora.marketplace.text.ManyLines;
import dev.agora.marketplace.text.NoMarkup;
import dev.agora.marketplace.text.OneLine;
import dev.agora.money.Credits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What sellers send about their listings. */
final class ListingForms {

  private static final int TITLE_MAX = 120;
  private static final int DESCRIPTION_MAX = 4000;
  private static final int TAGS_MAX = 10;
  private static final int TAG_MAX = 32;
  private static final int DELIVERY_DAYS_MAX = 90;

  private static final String SOMETHING = "(?s).*\\S.*";

  private ListingForms() {}

  /** The terms of a listing, as a seller sends them to publish it. */
  record Draft(
      @NotBlank @Size(max = TITLE_MAX) @OneLine @NoMarkup String title,
      @NotBlank @Size(max = DESCRIPTION_MAX) @ManyLines @NoMarkup String description,
      @NotNull Category category,
      @Size(max = TAGS_MAX)
          @Nullable List<@NotBlank @Size(max = TAG_MAX) @OneLine @NoMarkup String> tags,
      @NotNull Credits price,
      @NotNull PriceUnit unit,
      @NotNull @DurationMin(seconds = 1) @DurationMax(days = DELIVERY_DAYS_MAX)
          Duration deliveryTime,
      @Nullable Boolean autoAccept,
      @Min(0) @Max(Terms.REVISIONS_MAX) @Nullable Integer revisions,
      @Keepable @Nullable JsonNode inputSchema,
      @Keepable @Nullable JsonNode outputSchema) {

    Terms toTerms() {
      return new Terms(
          oneSpaced(title),
          description.strip(),
          category,
          normalized(tags == null ? List.of() : tags),
          price,
          unit,
          Duration.ofSeconds(deliveryTime.toSeconds()),
          Boolean.TRUE.equals(autoAccept),
          revisions == null ? Terms.REVISIONS_MAX : revisions,
          JsonText.of(inputSchema),
          JsonText.of(outputSchema));
    }
  }

  /** What a seller changes of a listing; a member left out stays as it is. */
  record Patch(
      @Pattern(regexp = SOMETHING) @Size(max = TITLE_MAX) @OneLine @NoMarkup @Nullable String title,
      @Pattern(regexp = SOMETHING) @Size(max = DESCRIPTION_MAX) @ManyLines @NoMarkup
          @Nullable String description,
      @Nullable Category category,
      @Size(max = TAGS_MAX)
          @Nullable List<@NotBlank @Size(max = TAG_MAX) @OneLine @NoMarkup String> tags,
      @Nullable Credits price,
      @Nullable PriceUnit unit,
      @DurationMin(seconds = 1) @DurationMax(days = DELIVERY_DAYS_MAX)
          @Nullable Duration deliveryTime,
      @Nullable Boolean autoAccept,
      @Min(0) @Max(Terms.REVISIONS_MAX) @Nullable Integer revisions,
      @Keepable @Nullable JsonNode inputSchema,
      @Keepable @Nullable JsonNode outputSchema,
      @Nullable Sale status) {

    /** What a seller can set the status to; withdrawing is a DELETE. */
    enum Sale {
      PUBLISHED,
      PAUSED;

      ListingStatus status() {
        return this == PAUSED ? ListingStatus.PAUSED : ListingStatus.PUBLISHED;
      }
    }

    Terms applyTo(Terms old) {
      return new Terms(
          title == null ? old.title() : oneSpaced(title),
          description == null ? old.description() : description.strip(),
          orElse(category, old.category()),
          tags == null ? old.tags() : normalized(tags),
          orElse(price, old.price()),
          orElse(unit, old.unit()),
          deliveryTime == null ? old.deliveryTime() : Duration.ofSeconds(deliveryTime.toSeconds()),
          orElse(autoAccept, old.autoAccept()),
          orElse(revisions, old.revisions()),
          inputSchema == null ? old.inputSchema() : JsonText.of(inputSchema),
          outputSchema == null ? old.outputSchema() : JsonText.of(outputSchema));
    }

    private static <T> T orElse(@Nullable T changed, T old) {
      return changed == null ? old : changed;
    }
  }

  /** Without blanks that nobody sees, so that twins can not hide behind them. */
  private static String oneSpaced(String title) {
    return title.strip().replaceAll("\\s+", " ");
  }

  /** Lower case and no two alike, so that a filter by tag finds what people meant. */
  private static List<String> normalized(List<String> tags) {
    return tags.stream().map(tag -> tag.strip().toLowerCase(Locale.ROOT)).distinct().toList();
  }
}
