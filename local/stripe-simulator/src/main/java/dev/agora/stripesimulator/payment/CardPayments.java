package dev.agora.stripesimulator.payment;

import dev.agora.stripesimulator.balance.BalanceSheet;
import dev.agora.stripesimulator.http.Expansion;
import dev.agora.stripesimulator.http.Page;
import dev.agora.stripesimulator.http.Routes;
import dev.agora.stripesimulator.state.Simulation;
import dev.agora.stripesimulator.webhook.Events;

/** Everything that has to do with cards, put together. */
public final class CardPayments {
  private final Customers customers;
  private final PaymentMethods methods;
  private final SetupIntents setups;
  private final PaymentIntents paymentIntents;
  private final Charges charges;
  private final Refunds refunds;
  private final Disputes disputes;
  private final FraudWarnings warnings;
  private final CheckoutSessions sessions;
  private final Taxes taxes;
  private final TaxCalculations calculations;
  private final CheckoutPage page;

  /** Card payments whose hosted pages are below the base address. */
  public CardPayments(Simulation simulation, Events events, BalanceSheet sheet, String baseUrl) {
    customers = new Customers(simulation, events);
    methods = new PaymentMethods(simulation, events);
    setups = new SetupIntents(simulation, events, methods, customers);
    Intents intents = new Intents(simulation, events);
    Charging charging = new Charging(simulation, events, sheet, methods);
    paymentIntents = new PaymentIntents(simulation, intents, charging, methods, customers);
    charges = new Charges(simulation);
    refunds = new Refunds(simulation, events, sheet, methods);
    disputes = new Disputes(simulation, events, sheet);
    warnings = new FraudWarnings(simulation, events);
    taxes = new Taxes(simulation);
    calculations = new TaxCalculations(simulation, taxes);
    Checkout checkout =
        new Checkout(simulation, events, intents, charging, methods, setups, customers);
    sessions =
        new CheckoutSessions(
            simulation, checkout, new NewSession(simulation, customers, setups, taxes, baseUrl));
    page = new CheckoutPage(simulation, checkout);
  }

  /** Adds the API's endpoints. */
  public void register(Routes routes, Expansion expansion) {
    customers.register(routes);
    methods.register(routes);
    setups.register(routes);
    paymentIntents.register(routes);
    charges.register(routes, expansion);
    refunds.register(routes);
    disputes.register(routes);
    warnings.register(routes);
    sessions.register(routes, expansion);
    calculations.register(routes, expansion);
  }

  /** Adds the calls of {@code /_sim/}. */
  public void registerAdmin(Routes routes) {
    disputes.registerAdmin(routes);
    warnings.registerAdmin(routes);
    refunds.registerAdmin(routes);
    sessions.registerAdmin(routes);
    taxes.registerAdmin(routes);
  }

  /** The page of {@code /c/pay/}. */
  public Page checkoutPage() {
    return page;
  }
}
