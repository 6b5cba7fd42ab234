package dev.agora.marketplace.kafka;

/** What the order decided about its funds: how much the seller gets, fee included. */
record Decision(String sellerGross) {}
