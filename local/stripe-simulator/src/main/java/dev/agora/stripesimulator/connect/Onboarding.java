package dev.agora.stripesimulator.connect;

import com.google.gson.JsonObject;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import dev.agora.stripesimulator.state.Templates;
import dev.agora.stripesimulator.webhook.Events;
import java.util.List;

/** An account becomes able to receive money, or stops being so; everybody hears of it. */
final class Onboarding {
  private final Simulation simulation;
  private final Events events;
  private final PayoutLife payouts;

  Onboarding(Simulation simulation, Events events, PayoutLife payouts) {
    this.simulation = simulation;
    this.events = events;
    this.payouts = payouts;
  }

  /** Everything that was asked for is there. */
  void complete(JsonObject account) {
    RecipientAccount.requestTransfers(account);
    RecipientAccount.requirements(account, true);
    changed(account, true, List.of(RecipientAccount.TRANSFERS, RecipientAccount.PAYOUTS));
    payouts.resume(Json.requiredText(account, "id"));
  }

  /** Stripe has doubts about these capabilities. */
  void restrict(JsonObject account, List<String> capabilities) {
    changed(account, false, capabilities);
  }

  private void changed(JsonObject account, boolean active, List<String> capabilities) {
    String id = Json.requiredText(account, "id");
    for (String capability : capabilities) {
      if (RecipientAccount.isActive(account, capability) == active) {
        continue;
      }
      if (active) {
        RecipientAccount.activate(account, capability);
      } else {
        RecipientAccount.restrict(account, capability);
      }
      events.notify(
          "v2.core.account[configuration.recipient].capability_status_updated",
          id,
          Json.object("updated_capability", "stripe_balance." + capability));
    }
    simulation.store().touch(account);
    events.notify("v2.core.account[requirements].updated", id, new JsonObject());
    events.emitAbout(id, "account.updated", V1Account.of(account, simulation));
  }

  /** Another bank account, which everybody hears of. */
  void changeBank(String account, String number) {
    events.emitAbout(account, "account.external_account.created", setBank(account, number));
  }

  /** The bank account that payouts go to; its number decides what becomes of them. */
  JsonObject setBank(String account, String number) {
    String id = simulation.ids().next("ba_");
    String lastFour = number.substring(number.length() - 4);
    JsonObject bank = Templates.of("bank_account", "id", id, "account", account);
    Json.with(bank, "last4", lastFour, "fingerprint", "Bank" + lastFour + "AgoraT");
    simulation.store().put(account, bank);
    JsonObject kept = Json.object("id", "sim_" + id, "object", "sim.bank", "number", number);
    simulation.store().put("sim", kept);
    return bank;
  }
}
