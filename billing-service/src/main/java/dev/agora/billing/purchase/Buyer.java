package dev.agora.billing.purchase;

/** A person as accounts-service last told. */
public record Buyer(String humanId, String email, String name, long version) {}
