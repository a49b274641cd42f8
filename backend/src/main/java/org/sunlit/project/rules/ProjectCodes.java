package org.sunlit.project.rules;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlit.casework.rules.CheckDigits;

/**
 * Project codes (项目代码), one for a project's whole life (政府投资条例第十条, 企业投资项目核准和备案管理条例第四条). Built as
 * GB/T 40058—2021 has it, in 24 characters with hyphens: year and month, region, the guiding
 * central department, the kind of project, five random digits and a check digit (GB/T 17710, MOD
 * 11,10).
 */
public final class ProjectCodes {
  /** How many different random numbers there are in a month and region. */
  public static final int NUMBERS = 100_000;

  /** 发展改革 guides it, and it is 基本建设. */
  private static final String DEPARTMENT_AND_KIND = "04-01";

  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyMM");
  private static final int REGION_DIGITS = 6;
  private static final Pattern SHAPE =
      Pattern.compile("([0-9]{4})-?([0-9]{6})-?([0-9]{2})-?([0-9]{2})-?([0-9]{5})([0-9])");

  private ProjectCodes() {}

  /**
   * The code of a project.
   *
   * @param region twelve digits, of which the first six are kept
   * @param random at least 0 and less than {@link #NUMBERS}
   */
  public static String of(LocalDate day, String region, int random) {
    String code =
        MONTH.format(day)
            + "-"
            + region.substring(0, REGION_DIGITS)
            + "-"
            + DEPARTMENT_AND_KIND
            + "-"
            + "%05d".formatted(random);
    return code + CheckDigits.mod11And10(code.replace("-", ""));
  }

  /** The code somebody typed, as it is stored; empty when it can't be that of any project. */
  public static Optional<String> read(String typed) {
    String plain = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC);
    Matcher shape = SHAPE.matcher(plain.replaceAll("[‐-―−]", "-"));
    if (!shape.matches()) {
      return Optional.empty();
    }
    String digits =
        shape.group(1) + shape.group(2) + shape.group(3) + shape.group(4) + shape.group(5);
    boolean right = CheckDigits.mod11And10(digits) == shape.group(6).charAt(0) - '0';
    return right
        ? Optional.of(
            String.join(
                "-",
                shape.group(1),
                shape.group(2),
                shape.group(3),
                shape.group(4),
                shape.group(5) + shape.group(6)))
        : Optional.empty();
  }
}
