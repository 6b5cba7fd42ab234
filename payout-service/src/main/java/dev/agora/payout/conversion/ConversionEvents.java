package dev.agora.payout.conversion;

/** Tells others what became of a conversion, with the transaction that changed it. */
public interface ConversionEvents {

  void changed(Conversion conversion);
}
