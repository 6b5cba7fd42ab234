package dev.agora.accounts.role;

import dev.agora.accounts.role.AppointOperatorResult.Appointed;
import dev.agora.accounts.role.AppointOperatorResult.EnoughOperators;
import dev.agora.accounts.role.AppointOperatorResult.NoSuchHuman;
import dev.agora.accounts.role.AppointOperatorResult.Unconfirmed;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The program {@code operator EMAIL} in the jar of accounts-service, in the environment of the
 * service: appoints one of the first two operators and ends.
 */
public final class OperatorProgram {

  private static final List<String> QUIETLY =
      List.of(
          "--agora.messaging.relay.enabled=false",
          "--agora.messaging.inbox.enabled=false",
          "--logging.level.root=error",
          "--spring.main.banner-mode=off");

  private OperatorProgram() {}

  /**
   * Appoints whoever has the address.
   *
   * @param application of the service
   * @param arguments the address, and possibly properties as {@code --name=value}
   * @return 0 if they are an operator now
   */
  public static int run(Class<?> application, PrintStream out, List<String> arguments) {
    if (arguments.isEmpty() || arguments.getFirst().startsWith("--")) {
      out.println("Whom? Give the e-mail address of somebody who has signed up.");
      return 1;
    }
    SpringApplication program = new SpringApplication(application);
    program.setWebApplicationType(WebApplicationType.NONE);
    program.setBannerMode(Banner.Mode.OFF);
    program.setLogStartupInfo(false);
    List<String> properties = new ArrayList<>(QUIETLY);
    properties.addAll(arguments.subList(1, arguments.size()));
    String email = arguments.getFirst();
    try (ConfigurableApplicationContext context = program.run(properties.toArray(String[]::new))) {
      AppointOperatorResult result = context.getBean(AppointOperator.class).appoint(email);
      out.println(sentence(email, result));
      return result instanceof Appointed ? 0 : 1;
    }
  }

  private static String sentence(String email, AppointOperatorResult result) {
    return switch (result) {
      case Appointed(var human) ->
          email + " (" + human + ") is an operator from the next sign-in on.";
      case NoSuchHuman() -> "Nobody has signed up with " + email + ".";
      case Unconfirmed() -> email + " is not confirmed yet.";
      case EnoughOperators() ->
          "There are two operators already; they appoint others at /api/v1/roles/changes.";
    };
  }
}
