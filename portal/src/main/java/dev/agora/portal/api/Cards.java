package dev.agora.portal.api;

import java.util.List;

/** The saved cards. */
public record Cards(List<Card> items) {}
