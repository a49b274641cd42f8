package org.sunlit.powerlist.table;

import java.util.List;

/** Why a file can't be read as a table. */
public final class TableProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Integer row;
  private final String messageKey;
  private final transient List<Object> args;

  TableProblem(Integer row, String messageKey, Object... args) {
    super(messageKey + (row == null ? "" : " in row " + row));
    this.row = row;
    this.messageKey = messageKey;
    this.args = List.of(args);
  }

  /** The row it is in, or null for the file as a whole. */
  public Integer row() {
    return row;
  }

  /** A key of the {@code problems} bundles. */
  public String messageKey() {
    return messageKey;
  }

  /** What fills its text. */
  public List<Object> args() {
    return args;
  }
}
