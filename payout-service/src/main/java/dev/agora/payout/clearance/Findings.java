package dev.agora.payout.clearance;

import dev.agora.payout.conversion.ConversionId;
import dev.agora.payout.risk.Finding;
import java.util.List;

/** What spoke for reviews. */
interface Findings {

  void add(ConversionId conversion, List<Finding> findings);

  List<Finding> of(ConversionId conversion);
}
