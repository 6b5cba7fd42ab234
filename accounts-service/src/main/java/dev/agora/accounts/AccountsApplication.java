package dev.agora.accounts;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the accounts service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AccountsApplication {

  static void main(String[] args) {
    SpringApplication.run(AccountsApplication.class, args);
  }
}
