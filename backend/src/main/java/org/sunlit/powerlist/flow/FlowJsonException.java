package org.sunlit.powerlist.flow;

/** A text that isn't a flow: where, by JSON pointer (RFC 6901), and why. */
public final class FlowJsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String pointer;
  private final String reason;

  FlowJsonException(String pointer, String reason) {
    super((pointer.isEmpty() ? "The flow" : pointer) + ": " + reason);
    this.pointer = pointer;
    this.reason = reason;
  }

  /** Where the problem is; empty for the whole text. */
  public String pointer() {
    return pointer;
  }

  /** What is wrong there, in plain English for the log and for developers. */
  public String reason() {
    return reason;
  }
}
