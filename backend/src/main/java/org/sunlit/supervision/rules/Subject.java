package org.sunlit.supervision.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;
import org.sunlit.platform.Coded;

/**
 * What a finding is about.
 *
 * @param number a case's or a complaint's; of ratings the department and the month, of a window the
 *     post and the day
 * @param hiddenFrom accounts that mustn't learn of it: those a complaint is about
 */
public record Subject(Kind kind, String number, Set<String> hiddenFrom) {
  public Subject {
    hiddenFrom = hiddenFrom == null ? Set.of() : Set.copyOf(hiddenFrom);
  }

  /** A case. */
  public static Subject ofCase(String number) {
    return new Subject(Kind.CASE, number, Set.of());
  }

  /** Its number, where it is a case; null elsewhere. */
  public String caseNumber() {
    return kind == Kind.CASE ? number : null;
  }

  /** What supervision looks at. */
  public enum Kind implements Coded {
    /** 办件. */
    CASE("case"),
    /** 诉求. */
    COMPLAINT("complaint"),
    /** A month's ratings of a department 评价. */
    RATINGS("ratings"),
    /** 窗口. */
    WINDOW("window");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    @Override
    @JsonValue
    public String code() {
      return code;
    }

    /** The kind with this name. */
    @JsonCreator
    public static Kind of(String code) {
      return Coded.of(Kind.class, code);
    }

    /** What an event of this kind is about, such as {@code complaint.screened}. */
    static Kind ofEvent(String event) {
      return switch (event.substring(0, Math.max(0, event.indexOf('.')))) {
        case "complaint" -> COMPLAINT;
        case "ratings" -> RATINGS;
        case "window" -> WINDOW;
        default -> CASE;
      };
    }
  }
}
