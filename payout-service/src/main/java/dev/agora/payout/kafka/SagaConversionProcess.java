package dev.agora.payout.kafka;

import dev.agora.messaging.inbox.Reply;
import dev.agora.messaging.saga.Sagas;
import dev.agora.payout.conversion.Conversion;
import dev.agora.payout.conversion.ConversionId;
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
  public void clear(ConversionId id) {
    resolve(id, Reply.success());
  }

  @Override
  public void turnBack(ConversionId id, String code) {
    resolve(id, Reply.refusal(code));
  }

  private void resolve(ConversionId id, Reply decision) {
    if (!sagas.resolve(ConversionSaga.DEFINITION, id.value(), ConversionSaga.CLEAR, decision)) {
      throw new IllegalStateException(id + " does not wait for a decision");
    }
  }

  @Override
  public void startCleared(Conversion conversion) {
    sagas.start(
        ConversionSaga.CLEARED, conversion.id().value(), ConversionSaga.Data.of(conversion));
  }

  @Override
  public void start(Conversion conversion) {
    sagas.start(
        ConversionSaga.DEFINITION, conversion.id().value(), ConversionSaga.Data.of(conversion));
  }
}
