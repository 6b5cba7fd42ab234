package dev.agora.support;

import dev.agora.local.infrastructure.Database;

/** One of the two ways to real servers. Each start is called once at most, by any thread. */
interface Servers {
  /** Which way, for one line of the test's output. */
  String describe();

  /** The superuser's database of a new server. */
  Database startPostgres();

  /** The bootstrap servers of a new broker. */
  String startKafka();

  /** Stops what was started and forgets its data. */
  void close();
}
