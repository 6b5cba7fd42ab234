package dev.agora.messaging.failpoint;

import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Gives crash tests their places to halt at, and everyone else none. */
@AutoConfiguration
class FailPointConfiguration {

  private static final int KILLED = 137;
  private static final String FILE = "@";

  @Bean
  @ConditionalOnMissingBean
  FailPoints failPoints(Environment environment) {
    String setting = environment.getProperty("agora.failpoint", "");
    if (setting.isBlank()) {
      return FailPoints.none();
    }
    LoggerFactory.getLogger(FailPoints.class).warn("this process will halt at {}", setting);
    Runnable halt = () -> Runtime.getRuntime().halt(KILLED);
    return setting.startsWith(FILE)
        ? new FileFailPoints(Path.of(setting.substring(FILE.length())), halt)
        : HaltingFailPoints.parse(setting, halt);
  }
}
