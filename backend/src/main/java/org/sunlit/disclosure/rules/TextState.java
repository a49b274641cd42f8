package org.sunlit.disclosure.rules;

import org.sunlit.platform.Coded;

/** How much of a file the search knows. */
public enum TextState implements Coded {
  /** All of it. */
  READ("read"),
  /** Its beginning: it is longer than what is read. */
  PARTLY("partly"),
  /** Nothing: there is no text in it, such as in a scanned picture. */
  NONE("none"),
  /** Nothing: reading it took too long or too much, or failed. */
  UNREADABLE("unreadable");

  private final String code;

  TextState(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
