package dev.agora.stripesimulator.payment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.agora.stripesimulator.http.Call;
import dev.agora.stripesimulator.http.Routes;
import dev.agora.stripesimulator.http.StripeFailure;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import java.math.BigDecimal;

/** One rate for everybody, on top of the price; what {@code automatic_tax} comes to here. */
final class Taxes {
  private static final String ID = "sim_tax";
  private static final int BASIS_POINTS = 10_000;

  private final Simulation simulation;

  Taxes(Simulation simulation) {
    this.simulation = simulation;
  }

  void registerAdmin(Routes routes) {
    routes.unchecked("POST", "/_sim/tax", this::set);
  }

  private JsonElement set(Call call) {
    long basisPoints = call.requiredNumber("basisPoints");
    if (basisPoints < 0 || basisPoints > BASIS_POINTS) {
      throw StripeFailure.parameter(
          "parameter_invalid_integer", "basisPoints", "0 to 10000, such as 825 for 8.25 %");
    }
    JsonObject rate = Json.object("id", ID, "object", "sim.tax", "basisPoints", basisPoints);
    return simulation.store().put("sim", rate);
  }

  /** The tax on top of a price in cents, half cents up. */
  long on(long cents) {
    return (cents * rate() + BASIS_POINTS / 2) / BASIS_POINTS;
  }

  /** The tax that a price in cents holds already, half cents up. */
  long within(long cents) {
    long whole = BASIS_POINTS + rate();
    return (cents * rate() + whole / 2) / whole;
  }

  /** The rate in percent, such as {@code 8.25}. */
  String percent() {
    return BigDecimal.valueOf(rate(), 2).toPlainString();
  }

  private long rate() {
    return simulation.store().find(ID).map(kept -> Json.number(kept, "basisPoints")).orElse(0L);
  }
}
