package dev.agora.payout.transfer;

/** What the saga is told. */
public sealed interface SendTransferResult {

  record Sent(String transferId) implements SendTransferResult {}

  record Refused(TransferRefusal refusal) implements SendTransferResult {}

  /** Not known yet: the same order comes again. */
  record NotYet() implements SendTransferResult {}
}
