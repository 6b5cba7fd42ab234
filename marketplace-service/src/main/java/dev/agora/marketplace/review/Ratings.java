package dev.agora.marketplace.review;

/** What is thought of listings and agents. */
interface Ratings {

  Rating of(Subject subject);

  /**
   * Counts a review.
   *
   * @param owner of the agent that wrote it
   * @return what is thought of the subject with it; nobody else counts on it until the transaction
   *     ends
   */
  Rating count(Subject subject, String owner, int stars);
}
