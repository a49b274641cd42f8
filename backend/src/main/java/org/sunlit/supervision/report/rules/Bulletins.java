package org.sunlit.supervision.report.rules;

import org.sunlit.supervision.rules.RuleHead;

/**
 * What a bulletin 通报 says, made from the facts of its card: what was done, by which department,
 * against which article, and what follows. It names no person and no case.
 */
public final class Bulletins {
  /**
   * The facts.
   *
   * @param colour {@code warning}, {@code yellow} or {@code red}
   * @param item what the case was about; null where that isn't public
   * @param points taken off in the efficiency file 效能扣分
   */
  public record Facts(String department, String item, String colour, int points) {}

  private Bulletins() {}

  /** In Chinese. */
  public static String chinese(Facts facts, RuleHead rule) {
    RuleHead.Ground ground = rule.grounds().get(0);
    String item = facts.item() == null ? "" : "“" + facts.item() + "”";
    String points = facts.points() == 0 ? "" : "，效能扣" + facts.points() + "分";
    return "电子监察发现，"
        + facts.department()
        + "办理"
        + item
        + "事项时存在“"
        + rule.name()
        + "”问题，不符合"
        + law(ground.law())
        + ground.article()
        + "的规定，现予"
        + switch (facts.colour()) {
          case "red" -> "红牌警告";
          case "yellow" -> "黄牌警告";
          default -> "预警";
        }
        + points
        + "，责令整改，特此通报。";
  }

  /** In English. */
  public static String english(Facts facts, RuleHead rule) {
    RuleHead.Ground ground = rule.grounds().get(0);
    String item = facts.item() == null ? "a matter" : "“" + facts.item() + "”";
    String points = facts.points() == 0 ? "" : "; points taken off: " + facts.points();
    return "Electronic supervision found at "
        + facts.department()
        + ", handling "
        + item
        + ": “"
        + rule.nameEn()
        + "”, against "
        + ground.lawEn()
        + ", "
        + ground.articleEn()
        + ". What follows: "
        + switch (facts.colour()) {
          case "red" -> "a red card";
          case "yellow" -> "a yellow card";
          default -> "a warning";
        }
        + points
        + ". It is to be put right.";
  }

  private static String law(String law) {
    return law.startsWith("《") ? law : "《" + law + "》";
  }
}
