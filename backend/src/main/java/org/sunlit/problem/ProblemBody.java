package org.sunlit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;

/**
 * A problem detail as it is sent (RFC 9457 section 3.1), already in the reader's language. Public
 * for JSON only.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "errors", "possible"})
public record ProblemBody(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    List<FieldError> errors,
    List<String> possible,
    @JsonAnyGetter Map<String, Object> members) {

  /** The media type problem details are sent as. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** What is wrong with one field. */
  public record FieldError(String pointer, String detail) {}

  /** The problem in a language; {@code instance} is the path asked for or the id of the fault. */
  public static ProblemBody of(Problem problem, Language language, String instance) {
    ProblemType type = problem.type();
    return new ProblemBody(
        type.urn(),
        ProblemTexts.text(language, type.slug() + ".title"),
        type.status(),
        ProblemTexts.find(language, problem.detailKey(), problem.args()).orElse(null),
        instance,
        problem.errors().stream()
            .map(
                error ->
                    new FieldError(
                        error.pointer(),
                        ProblemTexts.text(language, error.messageKey(), error.args().toArray())))
            .toList(),
        problem.possible(),
        problem.members());
  }
}
