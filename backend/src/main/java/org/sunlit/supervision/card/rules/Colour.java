package org.sunlit.supervision.card.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.sunlit.platform.Coded;

/** How far the chain of supervision has gone with something (E3, E5), from light to grave. */
public enum Colour implements Coded {
  /** 预警: it is told and kept, and costs nothing; several of them make a yellow card. */
  WARNING("warning", "预警"),
  /** 黄牌. */
  YELLOW("yellow", "黄牌"),
  /** 红牌. */
  RED("red", "红牌");

  private final String code;
  private final String mark;

  Colour(String code, String mark) {
    this.code = code;
    this.mark = mark;
  }

  @Override
  @JsonValue
  public String code() {
    return code;
  }

  /** The word its number begins with, such as 黄牌 of 黄牌〔2026〕12号. */
  public String mark() {
    return mark;
  }

  /** Whether it is a card; a warning is not. */
  public boolean card() {
    return this != WARNING;
  }

  /** Whether it is at least as grave. */
  public boolean atLeast(Colour other) {
    return compareTo(other) >= 0;
  }

  @JsonCreator
  public static Colour of(String code) {
    return Coded.of(Colour.class, code);
  }
}
