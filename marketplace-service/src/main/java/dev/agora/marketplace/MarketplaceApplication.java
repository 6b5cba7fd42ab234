package dev.agora.marketplace;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the marketplace service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
class MarketplaceApplication {

  static void main(String[] arguments) {
    SpringApplication.run(MarketplaceApplication.class, arguments);
  }
}
