package org.sunlit.identity;

import java.time.Instant;

/**
 * An account and who acts with it, worked out once for as long as nothing it was given begins or
 * ends: nearly every request comes while nothing does.
 */
final class Standing {

  /**
   * @param steady while this is what it comes to
   */
  private record Acting(Actor actor, Span steady) {}

  private final KnownAccount account;
  private volatile Acting last;

  Standing(KnownAccount account) {
    this.account = account;
  }

  /** The account as one who acts at this moment; the same object until something changes. */
  Actor actorAt(Instant moment) {
    Acting known = last;
    if (known == null || !known.steady().covers(moment)) {
      Span steady = new Span(moment, account.postings().steadyUntil(moment));
      known = new Acting(account.actorAt(moment), steady);
      last = known;
    }
    return known.actor();
  }

  /** The account with the posts in which it acts at this moment. */
  StaffAccount staffAt(Instant moment) {
    return account.staffAt(moment);
  }
}
