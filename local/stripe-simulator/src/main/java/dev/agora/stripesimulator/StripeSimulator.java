package dev.agora.stripesimulator;

import dev.agora.stripesimulator.admin.AdminCalls;
import dev.agora.stripesimulator.admin.Dashboard;
import dev.agora.stripesimulator.admin.Snapshots;
import dev.agora.stripesimulator.balance.BalanceRoutes;
import dev.agora.stripesimulator.balance.BalanceSheet;
import dev.agora.stripesimulator.balance.Settlement;
import dev.agora.stripesimulator.connect.Connect;
import dev.agora.stripesimulator.fault.Faults;
import dev.agora.stripesimulator.http.ApiServer;
import dev.agora.stripesimulator.http.Expansion;
import dev.agora.stripesimulator.http.Gate;
import dev.agora.stripesimulator.http.Routes;
import dev.agora.stripesimulator.http.StripeFailure;
import dev.agora.stripesimulator.payment.CardPayments;
import dev.agora.stripesimulator.state.Recorder;
import dev.agora.stripesimulator.state.Simulation;
import dev.agora.stripesimulator.webhook.Webhooks;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A running simulator. */
public final class StripeSimulator implements AutoCloseable {
  private static final long TICK_MILLIS = 100;

  private final Simulation simulation;
  private final ApiServer server;
  private final Webhooks webhooks;
  private final Snapshots snapshots;
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  private StripeSimulator(SimulatorOptions options) {
    // The port first: who cannot have it must not touch the data of who has.
    SimulatorOptions.Door door = options.door();
    server = new ApiServer(door.address(), door.port(), door.publicUrl());
    simulation = new Simulation(options.data(), options.seed(), options.time());
    Faults faults = new Faults();
    Recorder recorder = new Recorder(options.record());
    webhooks = new Webhooks(simulation, faults, recorder);
    Settlement settlement = new Settlement(options.settleAtOnce(), options.payoutDelay());
    BalanceSheet sheet = new BalanceSheet(simulation, settlement);
    CardPayments cards = new CardPayments(simulation, webhooks.events(), sheet, server.baseUrl());
    Connect connect = new Connect(simulation, webhooks.events(), sheet, server.baseUrl());
    BalanceRoutes balances = new BalanceRoutes(simulation, sheet);
    Expansion expansion = new Expansion(simulation.store());
    Routes api = new Routes();
    webhooks.register(api);
    balances.register(api);
    cards.register(api, expansion);
    connect.register(api, expansion);
    snapshots = new Snapshots(simulation, faults, webhooks::resumeWithin);
    Routes admin = new Routes();
    new AdminCalls(simulation, faults).register(admin);
    webhooks.registerAdmin(admin);
    balances.registerAdmin(admin);
    cards.registerAdmin(admin);
    connect.registerAdmin(admin);
    snapshots.register(admin);
    Gate gate = new Gate(simulation);
    gate.registerAdmin(admin);
    server.serveApi(simulation, api, expansion, faults, recorder, gate);
    server.serveAdmin(simulation, admin);
    server.servePage(simulation, "/dashboard", new Dashboard(simulation, api, admin));
    server.servePage(simulation, "/c/pay/", cards.checkoutPage());
    server.servePage(simulation, "/onboarding/", connect.onboardingPage());
    server.servePage(simulation, "/express/", connect.expressPage());
    options.endpoints().forEach(this::addEndpoint);
  }

  private void addEndpoint(SimulatorOptions.Endpoint endpoint) {
    webhooks.addEndpoint(endpoint.name(), endpoint.url(), endpoint.secret(), endpoint.connect());
  }

  /** Starts a simulator; it answers when this returns. */
  public static StripeSimulator start(SimulatorOptions options) {
    StripeSimulator simulator = new StripeSimulator(options);
    simulator.run();
    return simulator;
  }

  private void run() {
    server.start();
    webhooks.resume();
    var _ =
        ticker.scheduleWithFixedDelay(
            simulation::catchUp, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Starts a simulator from the environment, until the process ends. */
  public static void main(String[] arguments) {
    SimulatorOptions options = EnvironmentOptions.of(System.getenv(), Instant.now().toString());
    StripeSimulator simulator = start(options);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(simulator::close));
    System.out.println("The Stripe simulator answers at " + simulator.baseUrl());
  }

  /** Where it answers, without a slash at the end: the API base for stripe-java. */
  public String baseUrl() {
    return server.baseUrl();
  }

  /**
   * Keeps the world as it is: objects, clock, ids, idempotency keys, unsent webhooks, faults.
   *
   * @return the name to {@link #restore} it by
   */
  public String snapshot() {
    return simulation.atomically(snapshots::take);
  }

  /**
   * Makes the world what it was.
   *
   * @throws StripeFailure if there is no such snapshot
   */
  public void restore(String snapshot) {
    simulation.atomically(() -> snapshots.restore(snapshot));
  }

  @Override
  public void close() {
    ticker.shutdownNow();
    server.close();
    webhooks.close();
    simulation.close();
  }
}
