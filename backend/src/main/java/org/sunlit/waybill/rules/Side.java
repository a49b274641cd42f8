package org.sunlit.waybill.rules;

/** The two ends of the way. */
public enum Side {
  /** The hall or centre that took the application in 收件地. */
  COUNTER,
  /** The department that decides 办理地. */
  HOME
}
