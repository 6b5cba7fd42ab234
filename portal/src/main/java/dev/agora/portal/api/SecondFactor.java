package dev.agora.portal.api;

/** Whether the password alone signs in. */
public record SecondFactor(boolean required, int passkeys, int recoveryCodesLeft) {}
