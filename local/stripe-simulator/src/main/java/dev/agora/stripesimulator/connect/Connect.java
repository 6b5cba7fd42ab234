package dev.agora.stripesimulator.connect;

import dev.agora.stripesimulator.balance.BalanceSheet;
import dev.agora.stripesimulator.http.Expansion;
import dev.agora.stripesimulator.http.Page;
import dev.agora.stripesimulator.http.Routes;
import dev.agora.stripesimulator.state.Simulation;
import dev.agora.stripesimulator.webhook.Events;

/** Everything that has to do with connected accounts, put together. */
public final class Connect {
  private final Accounts accounts;
  private final AccountLinks links;
  private final LoginLinks logins;
  private final Banks banks;
  private final BalanceSettings settings;
  private final OnboardingPage page;
  private final Transfers transfers;
  private final Reversals reversals;
  private final Payouts payouts;

  /** Connected accounts whose hosted pages are below the base address. */
  public Connect(Simulation simulation, Events events, BalanceSheet sheet, String baseUrl) {
    PayoutLife life = new PayoutLife(simulation, events, sheet);
    Onboarding onboarding = new Onboarding(simulation, events, life);
    accounts = new Accounts(simulation, events, onboarding);
    links = new AccountLinks(simulation, baseUrl);
    logins = new LoginLinks(simulation, sheet, onboarding, baseUrl);
    banks = new Banks(simulation);
    settings = new BalanceSettings(simulation, events, life);
    page = new OnboardingPage(simulation, events, onboarding);
    transfers = new Transfers(simulation, events, sheet);
    reversals = new Reversals(simulation, events, sheet);
    payouts = new Payouts(simulation, sheet, life);
  }

  /** Adds the API's endpoints. */
  public void register(Routes routes, Expansion expansion) {
    accounts.register(routes, expansion);
    links.register(routes);
    logins.register(routes);
    banks.register(routes);
    settings.register(routes);
    transfers.register(routes);
    reversals.register(routes);
    payouts.register(routes);
  }

  /** Adds the calls of {@code /_sim/}. */
  public void registerAdmin(Routes routes) {
    accounts.registerAdmin(routes);
    payouts.registerAdmin(routes);
  }

  /** The page of {@code /onboarding/}. */
  public Page onboardingPage() {
    return page;
  }

  /** The page of {@code /express/}. */
  public Page expressPage() {
    return logins;
  }
}
