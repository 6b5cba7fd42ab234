package dev.agora.ledger;

import dev.agora.ledger.audit.AuditProgram;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The ledger service, and its audit. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class LedgerApplication {

  /** Serves, or with {@code audit} as the first argument audits the ledger and ends. */
  public static void main(String[] arguments) {
    if (arguments.length > 0 && arguments[0].equals("audit")) {
      System.exit(AuditProgram.run(Arrays.copyOfRange(arguments, 1, arguments.length)));
    }
    SpringApplication.run(LedgerApplication.class, arguments);
  }
}
