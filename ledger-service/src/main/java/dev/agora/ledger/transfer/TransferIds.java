package dev.agora.ledger.transfer;

/** Makes ids of payments: {@code trf_} and a UUIDv7. */
@FunctionalInterface
interface TransferIds {

  String next();
}
