package dev.agora.http.json;

import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** What the API reads and writes: one meaning per text, bounded depth, no quiet conversions. */
public final class StrictJson {

  private static final int DEPTH_MAX = 64;
  private static final int NAME_LENGTH_MAX = 1_000;
  private static final int NUMBER_LENGTH_MAX = 1_000;

  private StrictJson() {}

  /** A parser that refuses duplicate names, deep nesting and endless numbers. */
  public static JsonFactory factory() {
    JsonFactoryBuilder builder = JsonFactory.builder();
    configure(builder);
    return builder.build();
  }

  /** The mapper that a running service has, for a test or a tool without Spring. */
  public static JsonMapper mapper() {
    JsonMapper.Builder builder = JsonMapper.builder(factory());
    configure(builder);
    return builder.build();
  }

  static void configure(JsonFactoryBuilder builder) {
    builder
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH_MAX)
                .maxNameLength(NAME_LENGTH_MAX)
                .maxNumberLength(NUMBER_LENGTH_MAX)
                .build());
  }

  static void configure(JsonMapper.Builder builder) {
    builder
        .enable(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
            DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .addModule(moneyModule());
  }

  private static SimpleModule moneyModule() {
    return new SimpleModule("agora")
        .addDeserializer(Credits.class, new AmountReader<>(Credits.class, Credits::parseAmount))
        .addDeserializer(Usd.class, new AmountReader<>(Usd.class, Usd::parseAmount))
        .addDeserializer(String.class, new TextReader())
        .addDeserializer(
            Instant.class,
            new TimeReader<>(
                Instant.class,
                Rfc3339::parse,
                "must be an RFC 3339 time, such as \"2026-11-22T08:00:00Z\""))
        .addDeserializer(
            Duration.class,
            new TimeReader<>(
                Duration.class, Duration::parse, "must be an ISO 8601 duration, such as \"PT24H\""))
        .addSerializer(Credits.class, new AmountWriter<>(Credits.class))
        .addSerializer(Usd.class, new AmountWriter<>(Usd.class));
  }
}
