package org.sunlit.casework.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import org.sunlit.calendar.Limit;
import org.sunlit.platform.Coded;

/**
 * The decision by which an ended case is taken up again.
 *
 * @param kind what kind of decision it is; null when not said
 * @param authority who decided: 复议机关, 人民法院, 上级机关
 * @param documentNumber number of its document
 * @param decidedOn its date
 * @param formerWithdrawn whether the former decision is withdrawn; else it is kept
 * @param clockFrom the day from which the time to handle the case counts again, itself not counted
 * @param limit the time it sets; null when it sets none, so that the case's own applies
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewDecision(
    Kind kind,
    String authority,
    String documentNumber,
    LocalDate decidedOn,
    Boolean formerWithdrawn,
    LocalDate clockFrom,
    Limit limit) {
  /** Whose decision can reopen a case. */
  public enum Kind implements Coded {
    /** 行政复议决定 (行政复议法第六十三条至第六十七条). */
    RECONSIDERATION("reconsideration", "行政复议决定", "reconsideration decision"),
    /** 人民法院的判决 (行政诉讼法第七十条、第七十二条). */
    JUDGMENT("judgment", "判决", "judgment"),
    /** 作出决定的机关或者其上级机关依职权撤销 (行政许可法第六十九条). */
    SUPERVISION("supervision", "监督决定", "supervisory decision");

    private final String code;
    private final String zh;
    private final String en;

    Kind(String code, String zh, String en) {
      this.code = code;
      this.zh = zh;
      this.en = en;
    }

    /** The kind in Chinese. */
    public String zh() {
      return zh;
    }

    /** The kind in English. */
    public String en() {
      return en;
    }

    /** The name the API and stored events use. */
    @Override
    @JsonValue
    public String code() {
      return code;
    }

    /**
     * The kind with this name.
     *
     * @throws IllegalArgumentException when there is none
     */
    @JsonCreator
    public static Kind of(String code) {
      return Coded.of(Kind.class, code);
    }
  }

  /** Whether the decision made before doesn't stand any more. */
  public boolean withdrawsFormer() {
    return Boolean.TRUE.equals(formerWithdrawn);
  }
}
