package org.sunlit.powerlist.search;

/** What results can be narrowed by. */
public enum SearchFilter {
  /** Department code. */
  DEPARTMENT,
  /** Category, by API code. */
  CATEGORY,
  /** The digits every region within begins with. */
  REGION_PREFIX,
  /** Status, by API code. */
  STATUS,
  /** Handling, by API code. */
  HANDLING,
  /** Whom it serves, by API code; items for both serve either. */
  SERVICE_FOR
}
