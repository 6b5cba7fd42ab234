package dev.agora.billing.purchase;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A purchase with the request that made it.
 *
 * @param bodyHash of that request
 * @param openingUntil until when a request is busy opening its checkout; null: none is
 */
record KeyedPurchase(Purchase purchase, String bodyHash, @Nullable Instant openingUntil) {}
