package dev.agora.stripesimulator.webhook;

import dev.agora.stripesimulator.fault.Faults;
import dev.agora.stripesimulator.http.Routes;
import dev.agora.stripesimulator.state.Recorder;
import dev.agora.stripesimulator.state.Simulation;
import java.util.List;

/** Events, endpoints and deliveries together. */
public final class Webhooks implements AutoCloseable {
  private final Simulation simulation;
  private final Courier courier = new Courier();
  private final Endpoints endpoints;
  private final EndpointRoutes endpointRoutes;
  private final Deliveries deliveries;
  private final Events events;

  /** The webhooks of a simulated world. */
  public Webhooks(Simulation simulation, Faults faults, Recorder recorder) {
    this.simulation = simulation;
    endpoints = new Endpoints(simulation);
    endpointRoutes = new EndpointRoutes(simulation, endpoints);
    deliveries = new Deliveries(simulation, endpoints, faults, courier, recorder);
    events = new Events(simulation, endpoints, deliveries, faults);
  }

  /** Where what happened is told. */
  public Events events() {
    return events;
  }

  /** Adds the API's endpoints. */
  public void register(Routes routes) {
    new EventRoutes(simulation).register(routes);
    endpointRoutes.register(routes);
    new Destinations(simulation, endpoints, deliveries).register(routes);
  }

  /** Adds the calls of {@code /_sim/}. */
  public void registerAdmin(Routes routes) {
    endpointRoutes.registerAdmin(routes);
    new Replay(simulation, endpoints, deliveries).register(routes);
  }

  /** Registers an endpoint for all events, known by its name over restarts. */
  public void addEndpoint(String name, String url, String secret, boolean connect) {
    simulation.atomically(() -> endpoints.add("we_" + name, url, List.of("*"), connect, secret));
  }

  /** Sends what a stop or crash left unsent. */
  public void resume() {
    simulation.atomically(
        () -> {
          resumeWithin();
          return true;
        });
  }

  /** The same as part of a change; only inside {@link Simulation#atomically}. */
  public void resumeWithin() {
    deliveries.resume();
  }

  @Override
  public void close() {
    courier.close();
  }
}
