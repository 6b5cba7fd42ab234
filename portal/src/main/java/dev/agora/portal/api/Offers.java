package dev.agora.portal.api;

import java.util.List;

/** The packages on sale. */
public record Offers(List<Offer> items) {}
