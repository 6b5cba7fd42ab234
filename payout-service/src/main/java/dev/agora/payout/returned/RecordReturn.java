package dev.agora.payout.returned;

import static java.util.Objects.requireNonNull;

import dev.agora.payout.conversion.Conversion;
import dev.agora.payout.conversion.ConversionId;
import dev.agora.payout.conversion.ConversionStatus;
import dev.agora.payout.conversion.MoveConversion;
import dev.agora.payout.conversion.PayAgain;
import dev.agora.payout.returned.Reversals.Reversal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves what came back forward, in the transaction of what moves it. */
@Service
@Transactional
public class RecordReturn {

  private final ReturnedTransfers returned;
  private final MoveConversion moveConversion;
  private final PayAgain payAgain;
  private final ReturnProcess process;
  private final ReturnEvents events;
  private final Supplier<UUID> ids;
  private final InstantSource clock;

  RecordReturn(
      ReturnedTransfers returned,
      MoveConversion moveConversion,
      PayAgain payAgain,
      ReturnProcess process,
      ReturnEvents events,
      Supplier<UUID> ids,
      InstantSource clock) {
    this.returned = returned;
    this.moveConversion = moveConversion;
    this.payAgain = payAgain;
    this.process = process;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  List<ReturnedTransfer> of(ConversionId conversion) {
    return returned.of(conversion);
  }

  /** Once for each reversal; not before the ledger has booked that the dollars were sent. */
  void found(ConversionId id, Reversal reversal) {
    Conversion conversion = moveConversion.lockToDecide(id).orElseThrow();
    if (conversion.status() != ConversionStatus.COMPLETED) {
      return;
    }
    Instant now = clock.instant();
    ReturnedTransfer found =
        new ReturnedTransfer(
            ReturnId.of(ids.get()),
            reversal.id(),
            id,
            conversion.agentId(),
            conversion.humanId(),
            reversal.amount(),
            ReturnStatus.FOUND,
            null,
            null,
            now,
            now,
            1);
    if (returned.add(found)) {
      process.start(found);
      events.changed(found);
    }
  }

  /** The ledger has booked that they are owed. */
  public void booked(ReturnId id) {
    ReturnedTransfer found = lock(id);
    if (found.status() == ReturnStatus.FOUND) {
      store(found.owed(clock.instant()));
    }
  }

  /** The ledger has booked what becomes of them; what is paid again is converted anew. */
  public void settled(ReturnId id) {
    ReturnedTransfer settling = lock(id);
    if (settling.status() != ReturnStatus.SETTLING) {
      return;
    }
    Verdict verdict = requireNonNull(settling.verdict());
    Verdict.Credited credited = verdict.credited();
    ConversionId again =
        credited != null && verdict.outcome() == ReturnOutcome.PAY_AGAIN
            ? payAgain.start(settling.conversion(), credited.agentId(), credited.terms())
            : null;
    if (credited != null && again == null) {
      payAgain.giveCapBack(settling.conversion(), credited.terms());
    }
    store(settling.settled(again, clock.instant()));
  }

  private ReturnedTransfer lock(ReturnId id) {
    return returned.lock(id).orElseThrow(() -> new IllegalStateException("no return " + id));
  }

  private void store(ReturnedTransfer changed) {
    returned.save(changed);
    events.changed(changed);
  }
}
