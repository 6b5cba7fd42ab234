package dev.agora.bench.ledger;

import dev.agora.bench.system.ServiceProcess;
import dev.agora.local.launcher.LocalEconomy;
import dev.agora.local.launcher.Part;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** One more gateway of an economy, with a ledger behind it that nobody else calls. */
record TracedPair(ServiceProcess ledger, ServiceProcess gateway) implements AutoCloseable {

  /**
   * Starts both with the same variables about traces.
   *
   * @param folder where they write to
   */
  static TracedPair start(
      LocalEconomy economy, String name, Map<String, String> traces, Path folder) {
    Map<String, String> behind = new HashMap<>(economy.environment(Part.LEDGER));
    behind.putAll(traces);
    ServiceProcess ledger =
        ServiceProcess.start(Part.LEDGER, name + "-ledger", Map.copyOf(behind), folder);
    Map<String, String> before = new HashMap<>(economy.environment(Part.GATEWAY));
    before.putAll(traces);
    before.put("AGORA_LEDGER_URL", ledger.address().toString());
    ServiceProcess gateway =
        ServiceProcess.start(Part.GATEWAY, name + "-gateway", Map.copyOf(before), folder);
    return new TracedPair(ledger, gateway);
  }

  /** Where callers of this gateway send their requests to. */
  URI address() {
    return gateway.address();
  }

  @Override
  public void close() {
    gateway.close();
    ledger.close();
  }
}
