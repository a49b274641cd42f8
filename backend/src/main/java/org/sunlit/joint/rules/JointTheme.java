package org.sunlit.joint.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A theme (一件事、联审主题): what somebody wants to do, and every item it takes. One version of it;
 * immutable.
 *
 * @param name 主题名称
 * @param nameEn the English name, or null
 * @param summary what it is for; or null
 * @param summaryEn the same in English, or null
 * @param leadDepartment code of the department that takes the application and leads (牵头部门)
 * @param regionCode where it is about unless the applicant says otherwise
 * @param statementDays working days in which each department says what is missing; fewer than the
 *     five in which the notice has to be sent (行政许可法第三十二条)
 * @param closed whether nobody can apply for it any more
 * @param questions what the form asks to know which items it takes
 * @param parts the items
 * @param shared materials of different items that are the same thing, beside those of the same name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JointTheme(
    String name,
    String nameEn,
    String summary,
    String summaryEn,
    String leadDepartment,
    String regionCode,
    int statementDays,
    boolean closed,
    List<Question> questions,
    List<Part> parts,
    List<List<Use>> shared) {

  /** A question of the form with its possible answers. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Question(String code, String text, String textEn, List<Choice> choices) {
    public Question {
      choices = choices == null ? List.of() : List.copyOf(choices);
    }

    boolean has(String answer) {
      return choices.stream().anyMatch(choice -> choice.code().equals(answer));
    }
  }

  /** One possible answer. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Choice(String code, String text, String textEn) {}

  /** The answers to a question with which an item is asked for. */
  public record Condition(String question, List<String> answers) {
    public Condition {
      answers = answers == null ? List.of() : List.copyOf(answers);
    }

    private boolean holds(Map<String, String> given) {
      String answer = given.get(question);
      return answer != null && answers.contains(answer);
    }
  }

  /**
   * An item of the theme.
   *
   * @param item its code
   * @param requires codes of items of the theme that have to be granted first (前置事项)
   * @param onlyIf when it is asked for; null for always
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Part(String item, List<String> requires, Condition onlyIf) {
    public Part {
      requires = requires == null ? List.of() : List.copyOf(requires);
    }
  }

  /** A material of an item's list. */
  public record Use(String itemCode, String code) {}

  public JointTheme {
    questions = questions == null ? List.of() : List.copyOf(questions);
    parts = parts == null ? List.of() : List.copyOf(parts);
    shared = shared == null ? List.of() : shared.stream().map(List::copyOf).toList();
  }

  /** The items it takes with these answers, in the theme's order. */
  public List<Part> chosen(Map<String, String> answers) {
    return parts.stream()
        .filter(part -> part.onlyIf() == null || part.onlyIf().holds(answers))
        .toList();
  }

  /** The question with this code. */
  public Optional<Question> question(String code) {
    return questions.stream().filter(question -> question.code().equals(code)).findFirst();
  }

  /** What has to be granted before this item, among those that were asked for as well. */
  public List<String> requiredBefore(String item, List<String> askedFor) {
    return parts.stream()
        .filter(part -> part.item().equals(item))
        .flatMap(part -> part.requires().stream())
        .filter(askedFor::contains)
        .toList();
  }
}
