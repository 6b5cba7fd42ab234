package dev.agora.audit;

import dev.agora.messaging.OperatorActed;
import java.util.Map;
import org.springframework.context.event.EventListener;

/**
 * Writes down what operators do with sagas and dead letters: through the gateway, or on the
 * management port, where no request names its caller.
 */
class OperatorActs {

  private static final String MANAGEMENT_PORT = "management";

  private final AuditLog log;

  OperatorActs(AuditLog log) {
    this.log = log;
  }

  @EventListener
  void acted(OperatorActed acted) {
    Act act =
        switch (acted.subject()) {
          case SAGA -> Act.SAGA_OPERATED;
          case DEAD_LETTER -> Act.DEAD_LETTER_REPLAYED;
        };
    log.record(
        new Deed(
            act,
            acted.actor(),
            source(),
            acted.actor(),
            acted.target(),
            Map.of(),
            Map.of("action", acted.action())));
  }

  /** The gateway names where a request came from; whoever is on the management port is inside. */
  private static String source() {
    String source = CurrentActor.source();
    return source.equals(Source.UNKNOWN.address()) ? MANAGEMENT_PORT : source;
  }
}
