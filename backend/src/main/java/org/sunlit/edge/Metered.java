package org.sunlit.edge;

/**
 * A caller with limits of its own, in place of those of its address: a third-party application.
 * Whoever authenticates it puts this into the identity under {@link #ATTRIBUTE}.
 */
public interface Metered {
  /** The attribute of a security identity that holds it. */
  String ATTRIBUTE = "sunlit.metered";

  /** Whether the operation is for this caller at all. */
  boolean mayAsk(Operation operation);

  /** Counts a call. */
  Verdict take(Operation operation);
}
