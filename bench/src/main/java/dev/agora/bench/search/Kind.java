package dev.agora.bench.search;

import java.util.random.RandomGenerator;

/** A way to search. */
enum Kind implements Query {
  WORD("one word") {
    @Override
    public String of(RandomGenerator random) {
      return "q=" + Words.any(random);
    }
  },
  WORDS("two words") {
    @Override
    public String of(RandomGenerator random) {
      return "q=" + Words.any(random) + "+" + Words.any(random);
    }
  },
  MISTYPED("a mistyped word") {
    @Override
    public String of(RandomGenerator random) {
      return "q=" + Words.mistyped(Words.any(random), random);
    }
  },
  FILTERED("a word, category, unit, prices, rating") {
    @Override
    public String of(RandomGenerator random) {
      return "q="
          + Words.any(random)
          + "&category=INTEGRATION&unit=PER_CALL&minPrice=10&maxPrice=400&minRating=2";
    }
  },
  CHEAPEST("a word, cheapest first") {
    @Override
    public String of(RandomGenerator random) {
      return "q=" + Words.any(random) + "&sort=PRICE";
    }
  },
  TAGGED("a tag, best rated first") {
    @Override
    public String of(RandomGenerator random) {
      return "tags=" + Words.any(random) + "&sort=RATING";
    }
  },
  NEWEST("newest") {
    @Override
    public String of(RandomGenerator random) {
      return "sort=NEWEST";
    }
  },
  BEST("best rated within a day, up to a price") {
    @Override
    public String of(RandomGenerator random) {
      return "sort=RATING&maxDeliveryTime=P1D&maxPrice=" + (50 + random.nextInt(400));
    }
  };

  private final String title;

  Kind(String title) {
    this.title = title;
  }

  /** In the report. */
  String title() {
    return title;
  }
}
