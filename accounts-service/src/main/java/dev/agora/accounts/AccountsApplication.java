package dev.agora.accounts;

import dev.agora.accounts.role.OperatorProgram;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the accounts service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AccountsApplication {

  /** Serves, or with {@code operator EMAIL} appoints one of the first two operators and ends. */
  public static void main(String[] arguments) {
    if (arguments.length > 0 && arguments[0].equals("operator")) {
      List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
      System.exit(OperatorProgram.run(AccountsApplication.class, System.out, rest));
    }
    SpringApplication.run(AccountsApplication.class, arguments);
  }
}
