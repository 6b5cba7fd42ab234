package dev.agora.billing.reconciliation;

import dev.agora.http.page.Page;
import dev.agora.http.page.PageRequest;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What operators see of both sides. */
@Service
@Transactional(readOnly = true)
class FindDifferences {

  private final Matters matters;
  private final ReconciliationProperties properties;
  private final InstantSource clock;

  FindDifferences(Matters matters, ReconciliationProperties properties, InstantSource clock) {
    this.matters = matters;
    this.properties = properties;
    this.clock = clock;
  }

  Reconciliation summary() {
    return matters.summary(settled());
  }

  Page<Difference> page(@Nullable DifferenceKind kind, PageRequest page) {
    return page.pageOf(matters.differences(settled(), kind, page), Difference::matter);
  }

  private Instant settled() {
    return clock.instant().minus(properties.grace());
  }
}
