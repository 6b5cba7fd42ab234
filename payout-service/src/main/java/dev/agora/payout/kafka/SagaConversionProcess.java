package dev.agora.payout.kafka;

import dev.agora.messaging.saga.Sagas;
import dev.agora.payout.conversion.Conversion;
import dev.agora.payout.conversion.ConversionProcess;
import org.springframework.stereotype.Component;

/** The process of a conversion is a saga. */
@Component
class SagaConversionProcess implements ConversionProcess {

  private final Sagas sagas;

  SagaConversionProcess(Sagas sagas) {
    this.sagas = sagas;
  }

  @Override
  public void start(Conversion conversion) {
    sagas.start(
        ConversionSaga.DEFINITION, conversion.id().value(), ConversionSaga.Data.of(conversion));
  }
}
