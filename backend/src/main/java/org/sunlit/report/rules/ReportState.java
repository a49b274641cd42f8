package org.sunlit.report.rules;

import java.util.EnumSet;
import java.util.Set;
import org.sunlit.platform.Coded;

/** How far a report has come; said to its reporter, and nothing of its content. */
public enum ReportState implements Coded {
  /** 未查看: nobody has looked at it. */
  NEW("new"),
  /** 查看中: somebody looks into it. */
  LOOKING("looking"),
  /** 已转线索: a clue was made of it 问题线索. */
  CLUE("clue"),
  /** 已答复: the office has written, and it is the reporter's turn. */
  ANSWERED("answered"),
  /** 已办结: decided, and to be destroyed after a while. */
  CLOSED("closed");

  private final String code;

  ReportState(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** What an investigator may make of it. */
  public Set<ReportState> next() {
    return switch (this) {
      case NEW -> EnumSet.of(LOOKING, CLUE, CLOSED);
      case LOOKING -> EnumSet.of(CLUE, CLOSED);
      case CLUE -> EnumSet.of(LOOKING, CLOSED);
      case ANSWERED -> EnumSet.of(LOOKING, CLUE, CLOSED);
      case CLOSED -> EnumSet.of(LOOKING);
    };
  }

  /** After the office has written. A clue stays one, and what is closed stays closed. */
  public ReportState whenAnswered() {
    return switch (this) {
      case NEW, LOOKING, ANSWERED -> ANSWERED;
      case CLUE -> CLUE;
      case CLOSED -> CLOSED;
    };
  }

  /** After the reporter has written once more: what seemed over is looked at again. */
  public ReportState whenWrittenTo() {
    return switch (this) {
      case NEW -> NEW;
      case CLUE -> CLUE;
      case LOOKING, ANSWERED, CLOSED -> LOOKING;
    };
  }
}
