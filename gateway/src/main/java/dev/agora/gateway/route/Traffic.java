package dev.agora.gateway.route;

/** What kind of requests a route takes; each kind has a rate of its own. */
public enum Traffic {
  /** Ordinary calls; reads and writes are counted apart. */
  API,
  /** What needs no credential and costs much: sign-up and sign-in; counted per address. */
  SIGN_IN,
  /** Stripe's webhooks; counted per address. */
  WEBHOOK
}
