package dev.agora.ledger.audit;

import dev.agora.economy.EconomyConfiguration;
import dev.agora.money.Economy;
import java.io.PrintStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;

/**
 * The program {@code audit} in the ledger's jar. It reads the configuration that the service reads,
 * and starts nothing of it.
 */
@Import(EconomyConfiguration.class)
public final class AuditProgram {

  /** What the program ends with: a sound ledger, a broken one, or no audit at all. */
  public static final int SOUND = 0;

  public static final int BROKEN = 1;
  public static final int IMPOSSIBLE = 2;

  private AuditProgram() {}

  /** Audits the ledger of the environment. */
  public static int run(String... arguments) {
    try (ConfigurableApplicationContext context = start(arguments)) {
      Economy economy = context.getBean(Economy.class);
      return run(database(context.getEnvironment()), economy, System.out, arguments);
    } catch (AuditImpossible notMade) {
      System.err.println(notMade.getMessage());
    } catch (BeansException misconfigured) {
      System.err.println(NestedExceptionUtils.getMostSpecificCause(misconfigured).getMessage());
    } catch (RuntimeException unforeseen) {
      // A failure of the audit itself must not end with the code of a broken ledger.
      unforeseen.printStackTrace(System.err);
    }
    return IMPOSSIBLE;
  }

  /** Looks at the options first, which costs nothing. */
  private static ConfigurableApplicationContext start(String... arguments) {
    AuditOptions.of(arguments);
    SpringApplication application = new SpringApplication(AuditProgram.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    return application.run("--logging.level.root=error", "--spring.main.banner-mode=off");
  }

  /** Audits that ledger, and says on {@code out} what is found. */
  public static int run(
      AuditedDatabase database, Economy economy, PrintStream out, String... arguments) {
    try {
      Path export = AuditOptions.of(arguments).export();
      out.println("Auditing " + database + ".");
      return export == null
          ? audit(database, economy, out, null)
          : auditAndExport(database, economy, out, export);
    } catch (AuditImpossible notMade) {
      out.println(notMade.getMessage());
      return IMPOSSIBLE;
    }
  }

  private static int auditAndExport(
      AuditedDatabase database, Economy economy, PrintStream out, Path target) {
    HledgerFile export = new HledgerFile(target);
    try {
      int code = audit(database, economy, out, export);
      out.println(
          export.isComplete()
              ? "Exported to " + target + "; `hledger check --strict -f` compares it once more."
              : "Nothing is exported of a ledger that is broken.");
      return code;
    } finally {
      export.deleteUnfinished();
    }
  }

  private static int audit(
      AuditedDatabase database, Economy economy, PrintStream out, @Nullable HledgerFile export) {
    AuditResult result = new Audit(database, economy, out).run(export);
    new Progress(out).report(result);
    return result.isSound() ? SOUND : BROKEN;
  }

  private static AuditedDatabase database(Environment environment) {
    return new AuditedDatabase(
        required(environment, "AGORA_DB_URL", "spring.datasource.url"),
        required(environment, "AGORA_DB_USER", "spring.datasource.username"),
        required(environment, "AGORA_DB_PASSWORD", "spring.datasource.password"));
  }

  /** The property, which the variable stands for unless somebody set it to something else. */
  private static String required(Environment environment, String variable, String property) {
    try {
      return environment.getRequiredProperty(property);
    } catch (IllegalArgumentException | IllegalStateException absent) {
      throw new AuditImpossible(
          variable + " is not set: the audit needs the ledger's own database.", absent);
    }
  }
}
