package dev.agora.portal.api;

/** Why something did not work. */
public record Reason(String code, String message) {}
