package org.sunlit.document.rules;

/** How a case stands after an act: still open, or how it ended. */
public enum Ending {
  OPEN,
  GRANTED,
  REFUSED,
  NOT_ACCEPTED,
  WITHDRAWN,
  /** Granted, and taken back. */
  REVOKED
}
