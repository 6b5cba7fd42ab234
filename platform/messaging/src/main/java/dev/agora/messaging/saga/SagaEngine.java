package dev.agora.messaging.saga;

import com.github.f4b6a3.uuid.util.UuidUtil;
import dev.agora.messaging.MessageHeaders;
import dev.agora.messaging.MessageIds;
import dev.agora.messaging.Traces;
import dev.agora.messaging.WireJson;
import dev.agora.messaging.inbox.MessageContext;
import dev.agora.messaging.inbox.Reply;
import dev.agora.messaging.saga.SagaCatalog.Registered;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Moves instances: each stimulus meets the locked row, and all that follows commits with it. */
final class SagaEngine implements Sagas {

  private static final Logger LOG = LoggerFactory.getLogger(SagaEngine.class);

  /** Under which structured logs have the saga whose move a line tells of. */
  private static final String LOG_KEY = "sagaId";

  /** A saga's row is visible that long after its id was made, however busy the machine. */
  private static final Duration YOUNG = Duration.ofSeconds(10);

  private final SagaCatalog catalog;
  private final JdbcSagas sagas;
  private final JdbcWaitingReplies waiting;
  private final SagaConsequences consequences;
  private final WireJson json;
  private final MessageIds ids;
  private final Traces traces;
  private final Clock clock;

  SagaEngine(
      SagaCatalog catalog,
      JdbcSagas sagas,
      JdbcWaitingReplies waiting,
      SagaConsequences consequences,
      WireJson json,
      MessageIds ids,
      Traces traces,
      Clock clock) {
    this.catalog = catalog;
    this.sagas = sagas;
    this.waiting = waiting;
    this.consequences = consequences;
    this.json = json;
    this.ids = ids;
    this.traces = traces;
    this.clock = clock;
  }

  @Override
  public <S> UUID start(SagaDefinition<S> definition, String businessKey, S data) {
    requireTransaction();
    registered(definition.name(), definition.version());
    Instant now = clock.instant();
    Transition<S> started = new SagaCore<>(definition, now, ids).start(data);
    SagaRow row =
        new SagaRow(
            ids.next(),
            definition.name(),
            definition.version(),
            businessKey,
            stored(started.state()),
            traces.current(),
            1);
    sagas.insert(row, now);
    try (var _ = MDC.putCloseable(LOG_KEY, row.id().toString())) {
      consequences.follow(row, started, null, now);
    }
    return row.id();
  }

  @Override
  public <S> boolean resolve(
      SagaDefinition<S> definition, String businessKey, String step, Reply reply) {
    requireTransaction();
    Stimulus decision = new Stimulus.Decision(step, JsonReply.decided(reply, json));
    return sagas
        .lock(definition.name(), businessKey)
        .map(row -> move(row, decision, null))
        .orElse(false);
  }

  /**
   * Takes a participant's reply, in the transaction that remembers it.
   *
   * @throws SagaNotVisibleException if the saga may become visible yet
   */
  void take(byte[] payload, MessageContext context) {
    String sagaId = context.headers().get(MessageHeaders.SAGA_ID);
    try (var _ = MDC.putCloseable(LOG_KEY, sagaId)) {
      take(sagaId, payload, context);
    }
  }

  private void take(@Nullable String sagaId, byte[] payload, MessageContext context) {
    String commandId = context.headers().get(MessageHeaders.IN_REPLY_TO);
    Optional<SagaRow> row = sagaId == null ? Optional.empty() : sagas.lock(UUID.fromString(sagaId));
    if (row.isEmpty() || commandId == null) {
      if (sagaId != null && isYoung(UUID.fromString(sagaId))) {
        throw new SagaNotVisibleException(sagaId);
      }
      LOG.warn("a reply, {}, to saga {} that is not here", context.messageId(), sagaId);
      return;
    }
    JsonReply reply = JsonReply.received(payload, context, json);
    UUID command = UUID.fromString(commandId);
    if (catalog.find(row.get().type(), row.get().definitionVersion()).isEmpty()) {
      LOG.info("reply {} waits for a replica of a newer release", context.messageId());
      waiting.keep(command, row.get().id(), reply, clock.instant());
      return;
    }
    move(row.get(), new Stimulus.Answer(command, reply), null);
  }

  private boolean isYoung(UUID sagaId) {
    // Compared with an id made now, because a clock that is moved does not move ids.
    return UuidUtil.isTimeOrderedEpoch(sagaId)
        && UuidUtil.getInstant(sagaId).plus(YOUNG).isAfter(UuidUtil.getInstant(ids.next()));
  }

  /** Takes a reply that a replica of an older release received and could not understand. */
  void takeWaiting(UUID sagaId) {
    sagas
        .lock(sagaId)
        .ifPresent(row -> waiting.take(sagaId).ifPresent(answer -> move(row, answer, null)));
  }

  /** Acts on an instance whose deadline has passed, unless someone else does. */
  void expire(UUID sagaId) {
    sagas
        .lockOverdue(sagaId, clock.instant())
        .ifPresent(row -> move(row, new Stimulus.Overdue(), null));
  }

  /**
   * Does what an operator says.
   *
   * @return false if there is no such instance
   * @throws IllegalStateException if it cannot be done now
   */
  boolean operate(UUID sagaId, OperatorAction action, String actor) {
    return sagas
        .lock(sagaId)
        .map(row -> move(row, new Stimulus.Operator(action), actor))
        .orElse(false);
  }

  private boolean move(SagaRow row, Stimulus stimulus, @Nullable String actor) {
    try (var _ = MDC.putCloseable(LOG_KEY, row.id().toString())) {
      return move(row, registered(row.type(), row.definitionVersion()), stimulus, actor);
    }
  }

  private <S> boolean move(
      SagaRow row, Registered<S> registered, Stimulus stimulus, @Nullable String actor) {
    Instant now = clock.instant();
    SagaDefinition<S> definition = registered.definition();
    SagaState<S> before =
        row.state().data(json.readText(row.state().data(), definition.dataType()));
    Transition<S> transition = new SagaCore<>(definition, now, ids).next(before, stimulus);
    if (transition.events().isEmpty()) {
      return false;
    }
    SagaRow moved = row.at(stored(transition.state()));
    sagas.update(moved, now);
    consequences.follow(moved, transition, actor, now);
    if (!transition.state().looksLike(before)) {
      consequences.tell(moved, registered.observer(), transition.state());
    }
    return true;
  }

  private Registered<?> registered(String type, int version) {
    return catalog
        .find(type, version)
        .orElseThrow(
            () -> new IllegalStateException("no observer of saga " + type + ":" + version));
  }

  private <S> SagaState<String> stored(SagaState<S> state) {
    return state.data(json.writeText(state.data()));
  }

  private static void requireTransaction() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("sagas move within a transaction only");
    }
  }
}
