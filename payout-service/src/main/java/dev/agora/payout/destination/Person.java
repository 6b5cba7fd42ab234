package dev.agora.payout.destination;

/** A person as accounts-service last told. */
public record Person(String humanId, String email, String name, long version) {}
