package dev.agora.ledger.journal;

import dev.agora.ledger.posting.Posting;
import java.util.List;

/**
 * Postings that one request asks for, decided in their order.
 *
 * @param postings 1 to 1,000
 * @param atomic whether none is posted unless all are accepted
 */
public record PostingGroup(List<Posting> postings, boolean atomic) {

  /** The largest number of postings of one request. */
  public static final int MAX = 1_000;

  public PostingGroup {
    postings = List.copyOf(postings);
    if (postings.isEmpty() || postings.size() > MAX) {
      throw new IllegalArgumentException("not 1 to 1000 postings: " + postings.size());
    }
  }

  static PostingGroup of(Posting posting) {
    return new PostingGroup(List.of(posting), false);
  }
}
