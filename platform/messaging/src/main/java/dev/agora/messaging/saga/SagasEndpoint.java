package dev.agora.messaging.saga;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/** Sagas for operators, on the management port. */
@Endpoint(id = "sagas")
final class SagasEndpoint {

  private static final int LIMIT_DEFAULT = 100;
  private static final int LIMIT_LARGEST = 1000;
  private static final int CONFLICT = 409;

  /** A list of instances. */
  record Instances(List<SagaSummary> items) {}

  /** Why an action was not done. */
  record Refusal(String message) {}

  private final SagaOperations sagas;

  SagasEndpoint(SagaOperations sagas) {
    this.sagas = sagas;
  }

  @ReadOperation
  Instances list(@Nullable SagaStatus status, @Nullable String saga, @Nullable Integer limit) {
    int atMost = limit == null ? LIMIT_DEFAULT : Math.clamp(limit, 1, LIMIT_LARGEST);
    return new Instances(sagas.list(status, saga, null, atMost));
  }

  @ReadOperation
  @Nullable SagaRecord show(@Selector UUID id) {
    return sagas.find(id).orElse(null);
  }

  /** Does one of {@code resume | skip | force-compensate} with a parked saga. */
  @WriteOperation
  WebEndpointResponse<Object> act(@Selector UUID id, OperatorAction action, String actor) {
    return switch (sagas.act(id, action, actor)) {
      case SagaOperations.Result.Done(var saga) -> new WebEndpointResponse<>(saga);
      case SagaOperations.Result.Unknown() ->
          new WebEndpointResponse<>(
              new Refusal("no such saga"), WebEndpointResponse.STATUS_NOT_FOUND);
      case SagaOperations.Result.Refused(var why) ->
          new WebEndpointResponse<>(new Refusal(why), CONFLICT);
    };
  }
}
