package org.sunlit.document.rules;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The unit that issues a document, as it is on that day.
 *
 * @param name its full name, as on its seal
 * @param nameEn its English name; may be null
 * @param prefix its word in numbers (机关代字)
 * @param reviewAuthority to whom one applies for reconsideration (行政复议机关)
 * @param reviewAuthorityEn the same in English
 * @param court where one sues (有管辖权的人民法院)
 * @param courtEn the same in English
 * @param bases the articles the item rests on
 */
public record IssuingUnit(
    String name,
    String nameEn,
    String prefix,
    String reviewAuthority,
    String reviewAuthorityEn,
    String court,
    String courtEn,
    List<Basis> bases) {
  /** What is put on every document (行政审批专用章, E10). */
  public static final String SEAL = "行政审批专用章";

  private static final int LONGEST_PREFIX = 12;
  private static final Pattern LEVEL = Pattern.compile("^(省|市|自治州|自治县|县|区|旗)(?!$)");
  private static final Pattern RANK = Pattern.compile("(?<=..)(委员会|管理局|办公室|管理中心|中心|局|委|厅|办)$");

  public IssuingUnit {
    bases = List.copyOf(bases);
  }

  String english() {
    return nameEn == null ? name : nameEn;
  }

  /**
   * An article the item rests on.
   *
   * @param article null when only the law is named
   */
  public record Basis(String law, String article) {
    String citation() {
      return (law.startsWith("《") ? law : "《" + law + "》") + (article == null ? "" : article);
    }
  }

  /**
   * A unit as the city's data has it. What the unit hasn't said of its documents follows from where
   * it is.
   *
   * @param shortName null when it has none
   * @param region the name of the city or county whose department it is; null when unknown
   * @param seat the county or district its address names; null when none
   * @param own what the unit has said itself; each may be null
   */
  public record Known(
      String name,
      String nameEn,
      String shortName,
      String region,
      String regionEn,
      String seat,
      String seatEn,
      Own own,
      List<Basis> bases) {
    /** The unit with everything its documents need. */
    public IssuingUnit complete() {
      return new IssuingUnit(
          name,
          nameEn,
          own.prefix() != null ? own.prefix() : prefix(),
          own.reviewAuthority() != null ? own.reviewAuthority() : government(),
          own.reviewAuthorityEn() != null ? own.reviewAuthorityEn() : governmentEn(),
          own.court() != null ? own.court() : localCourt(),
          own.courtEn() != null ? own.courtEn() : localCourtEn(),
          bases == null ? List.of() : bases);
    }

    /**
     * 机关代字 where none is set: the first character of the city or county, then the unit's short name
     * without its level and rank; 市教育局 of 晴川市 is 晴教育.
     */
    private String prefix() {
      String unit = shortName == null ? name : shortName;
      if (region != null && unit.startsWith(region) && unit.length() > region.length()) {
        unit = unit.substring(region.length());
      }
      String plain = RANK.matcher(LEVEL.matcher(unit).replaceFirst("")).replaceFirst("");
      String word = (region == null ? "" : region.substring(0, 1)) + plain;
      // The marks of two kinds begin with 不, which would make such a word ambiguous.
      word = word.replaceAll("[\\s不〔〕\\[\\]()（）【】]", "");
      return word.substring(0, Math.min(word.length(), LONGEST_PREFIX));
    }

    /** 行政复议法第二十四条第一款第一项: the government whose department it is. */
    private String government() {
      return region == null ? "本级人民政府" : region + "人民政府";
    }

    private String governmentEn() {
      return regionEn == null
          ? "the people's government of the same level"
          : "the People's Government of " + regionEn;
    }

    /** 行政诉讼法第十四条、第十八条第一款: the basic court of the place where the unit is. */
    private String localCourt() {
      return seat == null ? "本机关所在地的基层人民法院" : seat + "人民法院";
    }

    private String localCourtEn() {
      return seatEn == null
          ? "the basic people's court at the seat of this unit"
          : "the People's Court of " + seatEn;
    }
  }

  /** What a unit has said of its documents; each may be null. */
  public record Own(
      String prefix,
      String reviewAuthority,
      String reviewAuthorityEn,
      String court,
      String courtEn) {}
}
