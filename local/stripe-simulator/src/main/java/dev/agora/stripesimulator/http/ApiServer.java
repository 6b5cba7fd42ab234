package dev.agora.stripesimulator.http;

import com.sun.net.httpserver.HttpServer;
import dev.agora.stripesimulator.fault.Faults;
import dev.agora.stripesimulator.state.Recorder;
import dev.agora.stripesimulator.state.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The server: Stripe's API, the hosted pages, the admin calls. */
public final class ApiServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Waiting waiting = new Waiting();
  private final @Nullable String publicUrl;

  static {
    // Without it every small answer waits for the caller's delayed acknowledgement, 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  /**
   * Takes the port, any free one for 0; serves nothing yet.
   *
   * @param publicUrl what it calls itself in links, or null for where it listens
   */
  public ApiServer(String address, int port, @Nullable String publicUrl) {
    this.publicUrl = publicUrl;
    try {
      server = HttpServer.create(new InetSocketAddress(address, port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on " + address + ":" + port, e);
    }
    server.setExecutor(threads);
  }

  /** The address without a slash at the end. */
  public String baseUrl() {
    return publicUrl == null ? "http://127.0.0.1:" + server.getAddress().getPort() : publicUrl;
  }

  /** Serves Stripe's API. */
  public void serveApi(
      Simulation simulation,
      Routes routes,
      Expansion expansion,
      Faults faults,
      Recorder recorder,
      Gate gate) {
    ApiHandler handler =
        new ApiHandler(simulation, routes, expansion, faults, waiting, recorder, gate);
    server.createContext("/v1/", handler);
    server.createContext("/v2/", handler);
  }

  /** Serves the simulator's own calls. */
  public void serveAdmin(Simulation simulation, Routes routes) {
    server.createContext("/_sim/", new AdminHandler(simulation, routes));
  }

  /** Serves a hosted page below the path. */
  public void servePage(Simulation simulation, String path, Page page) {
    server.createContext(path, new PageHandler(simulation, page));
  }

  /** Lets callers in. */
  public void start() {
    server.start();
  }

  @Override
  public void close() {
    waiting.stop();
    server.stop(0);
    threads.shutdownNow();
  }
}
