/**
 * Disagreement about a delivery: opened by the buyer, answered by the seller, ruled by an arbiter.
 */
@NullMarked
package dev.agora.marketplace.dispute;

import org.jspecify.annotations.NullMarked;
