package org.sunlit.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * What could be published, with everything blotted out that looks personal, and what that was. A
 * machine only marks; a person decides.
 */
public record Redaction(PublicAnswer text, List<Marked> marks) {
  /** Something that looks personal, and where. */
  public record Marked(String field, PersonalMarks.Kind kind, String text) {}

  /**
   * What could be published of these texts.
   *
   * @param own what those they are about gave of themselves, such as name and telephone
   */
  public static Redaction of(PublicAnswer plain, List<String> own) {
    List<Marked> marks = new ArrayList<>();
    Map<String, String> blotted = new LinkedHashMap<>();
    plain
        .fields()
        .forEach(
            (field, text) -> {
              List<PersonalMarks.Mark> found = PersonalMarks.find(text, own);
              found.forEach(mark -> marks.add(new Marked(field, mark.kind(), mark.of(text))));
              blotted.put(field, PersonalMarks.blotted(text, found));
            });
    return new Redaction(
        new PublicAnswer(blotted.get("title"), blotted.get("question"), blotted.get("answer")),
        marks);
  }

  /** Fails with 422 and every text in which something certain is still personal. */
  public static void needClean(PublicAnswer text, List<String> own) {
    Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
    for (Map.Entry<String, String> field : text.fields().entrySet()) {
      boolean personal =
          PersonalMarks.find(field.getValue(), own).stream()
              .anyMatch(mark -> mark.kind().certain());
      if (personal) {
        wrong = wrong.at("/" + field.getKey(), "complaint.still-personal");
      }
    }
    if (!wrong.errors().isEmpty()) {
      throw wrong;
    }
  }
}
