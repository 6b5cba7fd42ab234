package dev.agora.operations;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.page.PageRequest;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.messaging.saga.OperatorAction;
import dev.agora.messaging.saga.SagaOperations;
import dev.agora.messaging.saga.SagaRecord;
import dev.agora.messaging.saga.SagaStatus;
import dev.agora.messaging.saga.SagaSummary;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The service's sagas: operators and auditors see them, operators move those that are parked. */
@RestController
@RequestMapping("/api/v1/platform/{service}/sagas")
class SagaController {

  private final SagaOperations sagas;
  private final ServedHere here;

  SagaController(SagaOperations sagas, ServedHere here) {
    this.sagas = sagas;
    this.here = here;
  }

  record ListedSaga(
      String id,
      String saga,
      String businessKey,
      SagaStatus status,
      boolean undoing,
      String step,
      int attempt,
      @Nullable Instant deadline,
      @Nullable String reason,
      @Nullable String parkedReason,
      Instant createdAt,
      Instant updatedAt) {

    static ListedSaga of(SagaSummary saga) {
      return new ListedSaga(
          saga.id().toString(),
          saga.saga(),
          saga.businessKey(),
          saga.status(),
          saga.undoing(),
          saga.step(),
          saga.attempt(),
          saga.deadline(),
          saga.reason(),
          saga.parkedReason(),
          saga.createdAt(),
          saga.updatedAt());
    }
  }

  record HistoryLine(
      Instant at,
      String kind,
      String step,
      @Nullable String command,
      @Nullable String detail,
      @Nullable String actor) {

    static HistoryLine of(SagaRecord.Line line) {
      return new HistoryLine(
          line.at(),
          line.kind(),
          line.step(),
          line.commandId() == null ? null : Objects.toString(line.commandId()),
          line.detail(),
          line.actor());
    }
  }

  /**
   * A saga with all that happened to it.
   *
   * @param version of the definition that it follows
   * @param data what it knows
   * @param diagram of the definition in Mermaid, the step at hand marked
   */
  record SagaResponse(
      ListedSaga saga,
      int version,
      @JsonRawValue String data,
      List<HistoryLine> history,
      String diagram) {

    static SagaResponse of(SagaRecord saga) {
      return new SagaResponse(
          ListedSaga.of(saga.saga()),
          saga.saga().version(),
          saga.saga().data(),
          saga.history().stream().map(HistoryLine::of).toList(),
          saga.diagram());
    }
  }

  @GetMapping
  @AllowedTo({Role.OPERATOR, Role.AUDITOR})
  ResponseEntity<?> list(
      @PathVariable String service,
      @RequestParam(required = false) @Nullable SagaStatus status,
      @RequestParam(required = false) @Nullable String saga,
      PageRequest page) {
    if (!here.is(service)) {
      return ServedHere.notFound();
    }
    List<ListedSaga> found =
        sagas.list(status, saga, here.after(page), page.fetchLimit()).stream()
            .map(ListedSaga::of)
            .toList();
    return ResponseEntity.ok(page.pageOf(found, ListedSaga::id));
  }

  @GetMapping("/{id}")
  @AllowedTo({Role.OPERATOR, Role.AUDITOR})
  ResponseEntity<?> show(@PathVariable String service, @PathVariable String id) {
    return here.id(service, id)
        .flatMap(sagas::find)
        .<ResponseEntity<?>>map(saga -> ResponseEntity.ok(SagaResponse.of(saga)))
        .orElseGet(ServedHere::notFound);
  }

  @PostMapping("/{id}/resume")
  @AllowedTo(value = Role.OPERATOR, fresh = true)
  ResponseEntity<?> resume(Caller caller, @PathVariable String service, @PathVariable String id) {
    return act(caller, here.id(service, id), OperatorAction.RESUME);
  }

  @PostMapping("/{id}/skip")
  @AllowedTo(value = Role.OPERATOR, fresh = true)
  ResponseEntity<?> skip(Caller caller, @PathVariable String service, @PathVariable String id) {
    return act(caller, here.id(service, id), OperatorAction.SKIP);
  }

  @PostMapping("/{id}/force-compensate")
  @AllowedTo(value = Role.OPERATOR, fresh = true)
  ResponseEntity<?> forceCompensate(
      Caller caller, @PathVariable String service, @PathVariable String id) {
    return act(caller, here.id(service, id), OperatorAction.FORCE_COMPENSATE);
  }

  private ResponseEntity<?> act(Caller caller, Optional<UUID> id, OperatorAction action) {
    if (id.isEmpty()) {
      return ServedHere.notFound();
    }
    return switch (sagas.act(id.get(), action, caller.id())) {
      case SagaOperations.Result.Done(var saga) -> ResponseEntity.ok(SagaResponse.of(saga));
      case SagaOperations.Result.Unknown() -> ServedHere.notFound();
      case SagaOperations.Result.Refused(var why) ->
          Problems.answer(Problem.of(OperationsProblem.SAGA_NOT_MOVABLE, why));
    };
  }
}
