package dev.agora.payout.risk;

/**
 * Why a conversion waits.
 *
 * @param rule the rule's name
 * @param words its figures at that time, for operators
 */
public record Finding(String rule, String words) {}
