package dev.agora.payout.conversion;

import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.page.FreshIds;
import dev.agora.http.page.Page;
import dev.agora.http.page.PageRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Reads conversions; agents see their own, people those that pay them. */
@Service
public class FindConversion {

  private final Conversions conversions;

  FindConversion(Conversions conversions) {
    this.conversions = conversions;
  }

  /** One that is the caller's; empty for any other. */
  public Optional<Conversion> ofCaller(Caller caller, String conversionId) {
    return ConversionId.parse(conversionId)
        .flatMap(conversions::find)
        .filter(
            conversion ->
                caller.id().equals(conversion.agentId())
                    || caller.id().equals(conversion.humanId()));
  }

  Page<Conversion> pageOfCaller(Caller caller, PageRequest page) {
    List<Conversion> found =
        caller.is(Role.AGENT)
            ? conversions.ofAgent(caller.id(), page)
            : conversions.ofHuman(caller.id(), page);
    return page.pageOf(found, conversion -> conversion.id().value());
  }

  /** Each state that it was ever in, oldest first; empty if it is not the caller's. */
  Optional<List<HistoryEntry>> historyOfCaller(Caller caller, String conversionId) {
    return ofCaller(caller, conversionId).map(conversion -> conversions.history(conversion.id()));
  }

  /** Waits a moment for the ledger's word; empty if it takes longer. */
  Optional<Conversion> awaitReserved(ConversionId id) {
    return FreshIds.await(
        () ->
            conversions
                .find(id)
                .filter(conversion -> conversion.status() != ConversionStatus.REQUESTED));
  }
}
