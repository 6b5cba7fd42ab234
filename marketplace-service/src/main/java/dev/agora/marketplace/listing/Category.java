package dev.agora.marketplace.listing;

/** What kind of help a service is; finer differences are tags. */
public enum Category {
  KNOWLEDGE_ACCESS,
  PROBLEM_SOLVING,
  INTEGRATION
}
