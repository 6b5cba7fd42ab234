package dev.agora.payout.clearance;

import dev.agora.payout.conversion.ConversionId;
import java.util.Optional;

/** The stored decisions. */
interface Rulings {

  void add(Ruling ruling);

  Optional<Ruling> find(ConversionId conversion, Ruling.Kind kind);
}
