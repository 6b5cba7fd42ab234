package dev.agora.ledger.posting;

import dev.agora.ledger.account.AgentId;

/** A reference that a caller has given to a payment of that kind to that counterparty. */
public record UsedReference(AgentId payer, TransactionKind kind, AgentId payee, String reference) {}
