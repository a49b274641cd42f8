package org.sunlit.staff.rules;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sunlit.identity.Role;

/** The words of lists of staff for roles and posts, in Chinese and in the contract's code. */
public final class Words {
  private static final Map<String, Role> ROLES =
      Map.ofEntries(
          Map.entry("窗口受理人员", Role.WINDOW_CLERK),
          Map.entry("窗口人员", Role.WINDOW_CLERK),
          Map.entry("审核人员", Role.REVIEWER),
          Map.entry("审批人", Role.APPROVER),
          Map.entry("分管领导", Role.APPROVER),
          Map.entry("首席代表", Role.CHIEF_REPRESENTATIVE),
          Map.entry("乡镇便民服务人员", Role.TOWNSHIP_CLERK),
          Map.entry("村级代办员", Role.VILLAGE_AGENT),
          Map.entry("全程代办员", Role.FULL_PROCESS_AGENT),
          Map.entry("监察人员", Role.SUPERVISOR),
          Map.entry("清单管理员", Role.CATALOGUE_EDITOR),
          Map.entry("系统管理员", Role.ADMINISTRATOR),
          Map.entry("信访甄别人员", Role.PETITION_SCREENER),
          Map.entry("值班委员", Role.COMMITTEE_MEMBER),
          Map.entry("调查人员", Role.INVESTIGATOR),
          Map.entry("社会监督员", Role.PUBLIC_SUPERVISOR),
          Map.entry("项目负责人", Role.PROJECT_OWNER));
  private static final Map<String, String> POSTS =
      Map.ofEntries(
          Map.entry("窗口受理岗", "window"),
          Map.entry("窗口岗", "window"),
          Map.entry("审核岗", "reviewer"),
          Map.entry("审批岗", "approver"),
          Map.entry("专家评审组织岗", "expert"),
          Map.entry("现场核查岗", "inspector"),
          Map.entry("制证发证岗", "issuer"),
          Map.entry("综合窗口岗", "hall"),
          Map.entry("乡镇便民服务岗", "township"),
          Map.entry("村级代办岗", "agent"));
  private static final Pattern POST_CODE = Pattern.compile("[a-z][A-Za-z0-9-]{0,39}");
  private static final Pattern BETWEEN = Pattern.compile("[,，;；、|/\\n]+");

  private Words() {}

  /** The single words of a cell. */
  public static List<String> split(String cell) {
    return Stream.of(BETWEEN.split(cell))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** The role of this word. */
  public static Optional<Role> role(String word) {
    return Stream.of(Role.values())
        .filter(role -> role.code().equalsIgnoreCase(word))
        .findFirst()
        .or(() -> Optional.ofNullable(ROLES.get(word)));
  }

  /** The code of the post of this word. */
  public static Optional<String> post(String word) {
    String known = POSTS.get(word);
    if (known != null) {
      return Optional.of(known);
    }
    return POST_CODE.matcher(word).matches() ? Optional.of(word) : Optional.empty();
  }

  /** What a post of this kind is called where nobody has named it. */
  public static String postName(String code) {
    return POSTS.entrySet().stream()
        .filter(entry -> entry.getValue().equals(code) && !entry.getKey().equals("窗口岗"))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(code);
  }

  /** The level of posts of this kind. */
  public static String level(String code) {
    return switch (code.toLowerCase(Locale.ROOT)) {
      case "township" -> "township";
      case "agent" -> "village";
      case "window", "issuer", "hall" -> "window";
      default -> "city";
    };
  }
}
