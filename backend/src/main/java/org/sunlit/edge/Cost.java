package org.sunlit.edge;

import java.util.stream.Stream;
import org.sunlit.platform.Coded;

/** What a call costs the city's machines, in classes that have limits of their own (ADR 0061). */
public enum Cost implements Coded {
  /** Bytes that lie ready: sending them costs less than counting them. Never refused. */
  FREE("free"),
  /** A read by key or from memory. */
  READ("read"),
  /** A question that makes the index or the database look through many things. */
  SEARCH("search"),
  /** Something that is stored. */
  WRITE("write"),
  /** A password to check, which is slow on purpose. */
  SIGN_IN("signIn"),
  /** A file; counted in megabytes begun, not in calls. */
  UPLOAD("upload");

  private final String code;

  Cost(String code) {
    this.code = code;
  }

  /** The word of the contract's {@code x-cost}. */
  @Override
  public String code() {
    return code;
  }

  static Cost of(String code) {
    return Stream.of(values())
        .filter(cost -> cost.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No such x-cost: " + code));
  }
}
