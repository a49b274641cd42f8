package org.sunlit.powerlist;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.sunlit.platform.Coded;

/**
 * What kind of power an item is (权力类型): the ten kinds of administrative power, and public services
 * beside them.
 */
public enum Category implements Coded {
  /** 行政许可. */
  LICENCE("licence", "行政许可", "Administrative licence"),
  /** 行政处罚. */
  PENALTY("penalty", "行政处罚", "Administrative penalty"),
  /** 行政强制. */
  COERCION("coercion", "行政强制", "Administrative coercion"),
  /** 行政征收. */
  LEVY("levy", "行政征收", "Administrative levy"),
  /** 行政给付. */
  PAYMENT("payment", "行政给付", "Administrative payment"),
  /** 行政检查. */
  INSPECTION("inspection", "行政检查", "Administrative inspection"),
  /** 行政确认. */
  CONFIRMATION("confirmation", "行政确认", "Administrative confirmation"),
  /** 行政奖励. */
  REWARD("reward", "行政奖励", "Administrative reward"),
  /** 行政裁决. */
  ADJUDICATION("adjudication", "行政裁决", "Administrative adjudication"),
  /** 其他行政权力. */
  OTHER("other", "其他行政权力", "Other administrative power"),
  /** 公共服务. */
  PUBLIC_SERVICE("publicService", "公共服务", "Public service");

  private final String code;
  private final String zh;
  private final String en;

  Category(String code, String zh, String en) {
    this.code = code;
    this.zh = zh;
    this.en = en;
  }

  /** The name the API and stored documents use. */
  @Override
  @JsonValue
  public String code() {
    return code;
  }

  /** The name in law, in Chinese. */
  public String zh() {
    return zh;
  }

  /** The name in English. */
  public String en() {
    return en;
  }

  /**
   * The value with this API name.
   *
   * @throws IllegalArgumentException when there is none
   */
  @JsonCreator
  public static Category of(String code) {
    return Coded.of(Category.class, code);
  }
}
