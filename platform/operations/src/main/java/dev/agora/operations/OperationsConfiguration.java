package dev.agora.operations;

import dev.agora.messaging.MessagingProperties;
import dev.agora.messaging.deadletter.DeadLetterOperations;
import dev.agora.messaging.saga.SagaOperations;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The routes of operators, in every service. */
@AutoConfiguration(
    afterName = {
      "dev.agora.messaging.saga.SagaConfiguration",
      "dev.agora.messaging.deadletter.DeadLetterConfiguration"
    })
class OperationsConfiguration {

  @Bean
  SagaController sagaController(SagaOperations sagas, MessagingProperties properties) {
    return new SagaController(sagas, new ServedHere(properties.service()));
  }

  @Bean
  DeadLetterController deadLetterController(
      DeadLetterOperations letters, MessagingProperties properties) {
    return new DeadLetterController(letters, new ServedHere(properties.service()));
  }
}
