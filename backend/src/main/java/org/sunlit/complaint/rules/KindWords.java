package org.sunlit.complaint.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What kind of message it is by its words, where nobody has said it. */
public final class KindWords {
  private static final Map<String, ComplaintKind> NAMES =
      Map.of(
          "咨询", ComplaintKind.ENQUIRY,
          "建议", ComplaintKind.SUGGESTION,
          "投诉", ComplaintKind.COMPLAINT,
          "求助", ComplaintKind.HELP);

  /** In the order they are looked for. */
  private static final Map<ComplaintKind, Pattern> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put(ComplaintKind.COMPLAINT, Pattern.compile("投诉|举报|反对|质疑|谴责|抗议"));
    WORDS.put(ComplaintKind.ENQUIRY, Pattern.compile("咨询|请问|如何|怎么|什么时候|是否|[吗？?]"));
    WORDS.put(ComplaintKind.SUGGESTION, Pattern.compile("建议|希望|呼吁"));
    WORDS.put(ComplaintKind.HELP, Pattern.compile("请求|求助|恳请|盼|请"));
  }

  private KindWords() {}

  /** The kind with this Chinese name or code. */
  public static Optional<ComplaintKind> named(String word) {
    for (ComplaintKind kind : ComplaintKind.values()) {
      if (kind.code().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.ofNullable(NAMES.get(word));
  }

  /** By its subject; what says nothing of the sort complains 反映. */
  public static ComplaintKind of(String subject) {
    return WORDS.entrySet().stream()
        .filter(words -> words.getValue().matcher(subject).find())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(ComplaintKind.COMPLAINT);
  }
}
