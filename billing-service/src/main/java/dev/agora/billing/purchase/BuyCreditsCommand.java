package dev.agora.billing.purchase;

import dev.agora.billing.pricing.Price;

/** A person wants these credits for that agent. */
record BuyCreditsCommand(String humanId, String agentId, Price price) {}
