package org.sunlit.journal;

/** What an event is about. */
public enum SubjectKind {
  /** A case 办件; its id is the case number. */
  CASE("case"),
  /** An item of the power list 权力事项; its id is the item's code. */
  ITEM("item");

  private final String code;

  SubjectKind(String code) {
    this.code = code;
  }

  /** The word stored in the journal. */
  public String code() {
    return code;
  }

  static SubjectKind of(String code) {
    for (SubjectKind kind : values()) {
      if (kind.code.equals(code)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("No such subject in the journal: " + code);
  }
}
