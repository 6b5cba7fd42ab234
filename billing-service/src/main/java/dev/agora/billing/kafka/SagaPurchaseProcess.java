package dev.agora.billing.kafka;

import dev.agora.billing.purchase.Payment;
import dev.agora.billing.purchase.Purchase;
import dev.agora.billing.purchase.PurchaseId;
import dev.agora.billing.purchase.PurchaseProcess;
import dev.agora.messaging.inbox.Reply;
import dev.agora.messaging.saga.Sagas;
import org.springframework.stereotype.Component;

/** The process of a purchase is a saga. */
@Component
class SagaPurchaseProcess implements PurchaseProcess {

  private final Sagas sagas;

  SagaPurchaseProcess(Sagas sagas) {
    this.sagas = sagas;
  }

  @Override
  public void start(Purchase purchase) {
    sagas.start(PurchaseSaga.DEFINITION, purchase.id().value(), PurchaseSaga.Data.of(purchase));
  }

  @Override
  public boolean paid(PurchaseId id, Payment payment) {
    PurchaseSaga.PaymentTaken taken =
        new PurchaseSaga.PaymentTaken(
            payment.paymentIntentId(),
            payment.stripeFee().toString(),
            payment.tax().isZero() ? null : payment.tax().toString());
    return resolve(id, Reply.success(taken));
  }

  @Override
  public void abandoned(PurchaseId id, String reason) {
    resolve(id, Reply.refusal(reason));
  }

  private boolean resolve(PurchaseId id, Reply decision) {
    return sagas.resolve(PurchaseSaga.DEFINITION, id.value(), PurchaseSaga.PAYMENT, decision);
  }
}
