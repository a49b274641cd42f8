package org.sunlit.calendar;

import java.util.Optional;
import org.sunlit.platform.Coded;

/**
 * Why a clock may lawfully stand still (停止计时的法定事由). A ground without an article of its own can only
 * be used with the article that the item's statute provides: nothing is left out of a limit merely
 * because somebody asks for it.
 */
public enum PauseGround implements Coded {
  /** 听证. */
  HEARING("hearing", "听证", "Hearing", Statutes.TIME_NOT_COUNTED),
  /** 招标. */
  TENDERING("tendering", "招标", "Tendering", Statutes.TIME_NOT_COUNTED),
  /** 拍卖. */
  AUCTION("auction", "拍卖", "Auction", Statutes.TIME_NOT_COUNTED),
  /** 检验. */
  INSPECTION("inspection", "检验", "Inspection", Statutes.TIME_NOT_COUNTED),
  /** 检测. */
  TESTING("testing", "检测", "Testing", Statutes.TIME_NOT_COUNTED),
  /** 检疫. */
  QUARANTINE("quarantine", "检疫", "Quarantine", Statutes.TIME_NOT_COUNTED),
  /** 鉴定. */
  APPRAISAL("appraisal", "鉴定", "Appraisal", Statutes.TIME_NOT_COUNTED),
  /** 专家评审. */
  EXPERT_REVIEW("expertReview", "专家评审", "Expert review", Statutes.TIME_NOT_COUNTED),
  /** 补正: before acceptance only; after it the authority has had its one chance to ask. */
  CORRECTION("correction", "补正", "Correction of materials", Statutes.CORRECTION),
  /** 公示: not among the grounds of 行政许可法第四十五条, so the item's own statute has to provide for it. */
  PUBLIC_NOTICE("publicNotice", "公示", "Public notice", null),
  /** 法律、法规另有规定的 (行政许可法第四十二条第一款但书). */
  OTHER_STATUTE("otherStatute", "法律、法规另有规定的事由", "Another ground set by statute", null);

  private final String code;
  private final String label;
  private final String labelEn;
  private final LegalBasis basis;

  PauseGround(String code, String label, String labelEn, LegalBasis basis) {
    this.code = code;
    this.label = label;
    this.labelEn = labelEn;
    this.basis = basis;
  }

  /** The name the API and stored events use. */
  @Override
  public String code() {
    return code;
  }

  /** The ground in Chinese. */
  public String label() {
    return label;
  }

  /** The ground in English. */
  public String labelEn() {
    return labelEn;
  }

  /** The article that allows it for every licence; empty when only an item's own statute can. */
  public Optional<LegalBasis> basis() {
    return Optional.ofNullable(basis);
  }

  /** Whether it is lawful only before the application is accepted (受理前). */
  public boolean beforeAcceptanceOnly() {
    return this == CORRECTION;
  }

  /**
   * The ground with this name.
   *
   * @throws IllegalArgumentException when no ground has it
   */
  public static PauseGround of(String code) {
    return Coded.of(PauseGround.class, code);
  }
}
