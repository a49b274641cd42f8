package org.sunlit.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlit.platform.Coded;

/**
 * Finds what looks personal in a text that is to be published (个人信息保护法第二十五条). A machine only marks;
 * a person decides.
 */
public final class PersonalMarks {
  /** Stands for what was taken out. */
  public static final String BLOT = "＊＊＊";

  private static final String SURNAMES =
      "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";

  /** What a mark is of. */
  public enum Kind implements Coded {
    /** 居民身份证号 */
    IDENTITY_NUMBER("identityNumber", "(?<![0-9])[1-9][0-9]{16}[0-9Xx](?![0-9])", 0),
    /** 银行卡号 */
    BANK_CARD("bankCard", "(?<![0-9])[0-9]{4}(?:[ -]?[0-9]{4}){3}(?:[ -]?[0-9]{1,3})?(?![0-9])", 0),
    /** 手机号 */
    MOBILE("mobile", "(?<![0-9])(?:\\+?86[ -]?)?1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}(?![0-9])", 0),
    /** 固定电话 */
    LANDLINE("landline", "(?<![0-9])0[0-9]{2,3}[- ]?[1-9][0-9]{6,7}(?![0-9])", 0),
    EMAIL("email", "[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+", 0),
    /** 车牌号 */
    PLATE(
        "plate",
        "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·. ]?[A-HJ-NP-Z0-9]{5,6}(?![A-Z0-9])",
        0),
    /** A name after 姓名, or before 先生. */
    NAME(
        "name",
        "(?:姓名|联系人|经办人|我叫|本人叫|户主)(?:是|为)?[：: ]*([\\u4e00-\\u9fa5]{2,4}?)(?=[，。,；; 、（(]|电话|手机|$)"
            + "|(["
            + SURNAMES
            + "][\\u4e00-\\u9fa5]{0,2})(?=先生|女士|小姐|同志|师傅|阿姨|大爷|老师)",
        1),
    /** What the writer gave as their own name or telephone. */
    WRITER("writer", null, 0);

    private final String code;
    private final Pattern pattern;
    private final int group;

    Kind(String code, String pattern, int group) {
      this.code = code;
      this.pattern = pattern == null ? null : Pattern.compile(pattern);
      this.group = group;
    }

    @Override
    public String code() {
      return code;
    }

    /** Whether nothing of it may be published, whoever has looked through it; names may deceive. */
    public boolean certain() {
      return this != NAME;
    }
  }

  /**
   * Something that looks personal.
   *
   * @param from where it begins in the text
   * @param to where it ends, itself not of it
   */
  public record Mark(Kind kind, int from, int to) {
    public String of(String text) {
      return text.substring(from, to);
    }
  }

  private PersonalMarks() {}

  /**
   * What looks personal, in order and without overlaps: what begins first, and of those the
   * longest.
   *
   * @param own what the writer gave of themselves, such as name and telephone
   */
  public static List<Mark> find(String text, List<String> own) {
    List<Mark> found = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (kind.pattern != null) {
        Matcher matcher = kind.pattern.matcher(text);
        while (matcher.find()) {
          found.add(mark(kind, matcher));
        }
      }
    }
    for (String value : own) {
      for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
        found.add(new Mark(Kind.WRITER, at, at + value.length()));
      }
    }
    found.sort(
        Comparator.comparingInt(Mark::from)
            .thenComparing(Comparator.comparingInt(Mark::to).reversed()));
    List<Mark> apart = new ArrayList<>();
    int after = 0;
    for (Mark mark : found) {
      if (mark.from() >= after) {
        apart.add(mark);
        after = mark.to();
      }
    }
    return apart;
  }

  private static Mark mark(Kind kind, Matcher matcher) {
    if (kind.group == 0) {
      return new Mark(kind, matcher.start(), matcher.end());
    }
    int group = matcher.start(1) >= 0 ? 1 : 2;
    return new Mark(kind, matcher.start(group), matcher.end(group));
  }

  /** The text with everything blotted out that looks personal. */
  public static String blotted(String text, List<Mark> marks) {
    StringBuilder blotted = new StringBuilder();
    int after = 0;
    for (Mark mark : marks) {
      blotted.append(text, after, mark.from()).append(BLOT);
      after = mark.to();
    }
    return blotted.append(text.substring(after)).toString();
  }
}
