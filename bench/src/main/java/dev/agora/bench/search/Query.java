package dev.agora.bench.search;

import java.util.random.RandomGenerator;

/** What is asked for, perhaps each time something else. */
@FunctionalInterface
interface Query {

  /** The query of a request. */
  String of(RandomGenerator random);
}
