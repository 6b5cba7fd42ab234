package dev.agora.marketplace.listing;

/** Whether a listing can be found and bought. */
public enum ListingStatus {
  /** Found and bought. */
  PUBLISHED,
  /** Hidden by its seller, who can publish it again. */
  PAUSED,
  /** Gone for good; orders in flight keep their terms. */
  WITHDRAWN
}
