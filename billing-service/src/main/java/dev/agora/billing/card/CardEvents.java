package dev.agora.billing.card;

/** Tells others what became of a card, with the transaction that changed it. */
public interface CardEvents {

  void changed(SavedCard card);
}
