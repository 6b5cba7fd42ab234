package dev.agora.http.door;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A service that has nothing but the door. */
@Configuration
@EnableAutoConfiguration
@Import({EchoController.class, PaymentController.class})
class DoorApplication {

  @Bean
  Gate gate() {
    return new Gate();
  }

  @Bean
  Payments payments(JdbcClient jdbc) {
    jdbc.sql("create table if not exists payment (caller text, amount text)").update();
    return new Payments(jdbc);
  }
}
