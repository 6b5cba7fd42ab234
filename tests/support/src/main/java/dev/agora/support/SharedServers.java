package dev.agora.support;

import dev.agora.local.infrastructure.Database;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.springframework.context.ConfigurableApplicationContext;

/** Holds the servers of this JVM, and stops them after the last Spring context is closed. */
final class SharedServers {
  private static final Deque<ConfigurableApplicationContext> CONTEXTS =
      new ConcurrentLinkedDeque<>();
  private static final Servers SERVERS = choose();

  private SharedServers() {}

  static Database admin() {
    return Admin.DATABASE;
  }

  static String kafka() {
    return Broker.ADDRESS;
  }

  /** Lets a context, which uses the servers, end before them. */
  static void outlive(ConfigurableApplicationContext context) {
    CONTEXTS.add(context);
  }

  private static Servers choose() {
    Servers servers = DockerEngine.hasImages() ? new ContainedServers() : new ChildServers();
    System.out.println("Real parts: " + servers.describe());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(servers)));
    return servers;
  }

  /** Beside Spring's own hook: contexts are closed first, whoever does it, then their servers. */
  private static void close(Servers servers) {
    CONTEXTS.descendingIterator().forEachRemaining(ConfigurableApplicationContext::close);
    servers.close();
  }

  /** Started when first named: a test of SQL alone never waits for Kafka. */
  private static final class Admin {
    private static final Database DATABASE = SERVERS.startPostgres();
  }

  private static final class Broker {
    private static final String ADDRESS = started();

    private static String started() {
      String address = SERVERS.startKafka();
      Parts.createDeclaredTopics(address);
      return address;
    }
  }
}
