package dev.agora.marketplace.order;

/**
 * An offer to settle without anybody's ruling; when it lapses is a timer of the order.
 *
 * @param by who offers
 * @param sellerBps the seller's share of the price in basis points
 */
public record Split(Party by, int sellerBps) {}
