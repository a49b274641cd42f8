package org.sunlit.casework.rules;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a name or number fit to be seen by others (脱敏): the public learns that a case moves, never
 * whose it is.
 */
public final class Masks {
  /** Compound surnames (复姓) common enough to be kept whole. */
  private static final Set<String> COMPOUND_SURNAMES =
      Set.of(
          "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛", "尉迟", "公羊", "赫连",
          "澹台", "皇甫", "宗政", "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离", "长孙", "宇文", "司徒", "鲜于",
          "司空", "令狐", "呼延", "百里", "轩辕", "西门");

  /** How organisations' names end; kept, because 公司 and 合作社 are treated differently by law. */
  private static final List<String> ENDINGS =
      List.of("公司", "合作社", "事务所", "基金会", "协会", "学校", "医院", "委员会", "中心", "厂", "店", "社", "部", "馆");

  /** The parts of an address that many share. */
  private static final Pattern AREA =
      Pattern.compile("^(?:[^0-9号]{2,8}?[省市区县州盟旗]){1,3}(?:[^0-9号]{1,8}?(?:街道|镇|乡))?");

  private static final String STARS = "**";

  private Masks() {}

  /** A person's name: the surname, and a star for each of up to two characters after it. */
  public static String person(String name) {
    String plain = name.strip();
    int[] characters = plain.codePoints().toArray();
    if (characters.length <= 1) {
      return "*";
    }
    boolean compound =
        characters.length > 2 && COMPOUND_SURNAMES.contains(new String(characters, 0, 2));
    int kept = compound ? 2 : 1;
    return new String(characters, 0, kept)
        + STARS.substring(0, Math.min(STARS.length(), characters.length - kept));
  }

  /** An organisation's name: its first two characters and how it ends. */
  public static String organisation(String name) {
    String plain = name.strip();
    int[] characters = plain.codePoints().toArray();
    if (characters.length <= 3) {
      return person(plain);
    }
    String ending =
        ENDINGS.stream()
            .filter(end -> plain.endsWith(end) && characters.length > end.length() + 2)
            .findFirst()
            .orElse("");
    return new String(characters, 0, 2) + STARS + ending;
  }

  /** An address: as far as its district, street or township, never the house; null stays null. */
  public static String address(String address) {
    if (address == null) {
      return null;
    }
    Matcher area = AREA.matcher(address.strip());
    return (area.find() ? area.group() : "") + "****";
  }

  /** A telephone number: the first three and the last four digits. */
  public static String phone(String number) {
    return number.length() < 9
        ? "****"
        : number.substring(0, 3) + "****" + number.substring(number.length() - 4);
  }

  /** An identity number: the first two and the last two characters; null stays null. */
  public static String identityNumber(String number) {
    if (number == null || number.length() < 8) {
      return number == null ? null : "****";
    }
    return number.substring(0, 2)
        + "*".repeat(number.length() - 4)
        + number.substring(number.length() - 2);
  }
}
