package dev.agora.portal.api;

import dev.agora.money.Credits;
import dev.agora.money.Usd;

/** A package of credits. */
public record Offer(String id, Usd priceUsd, Credits credits, Credits bonusCredits) {}
