package org.sunlit.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something went wrong in a way the reader can know about: thrown anywhere, answered as {@code
 * application/problem+json} (RFC 9457) in the reader's language.
 *
 * <pre>{@code
 * throw Problem.of(ProblemType.NOT_FOUND);
 * throw Problem.of(ProblemType.UNPROCESSABLE).at("/materials/0", "field.required");
 * throw Problem.of(ProblemType.CONFLICT).detail("conflict.item-suspended", item.name());
 * }</pre>
 */
public final class Problem extends RuntimeException {
  private final transient ProblemType type;
  private final transient List<Object> args;
  private final transient String detailKey;
  private final transient List<FieldProblem> errors;
  private final transient List<String> possible;
  private final transient Map<String, String> headers;
  private final transient Map<String, Object> members;

  private Problem(
      ProblemType type,
      List<Object> args,
      String detailKey,
      List<FieldProblem> errors,
      List<String> possible,
      Map<String, String> headers,
      Map<String, Object> members) {
    super(type.slug(), null, false, false);
    this.type = type;
    this.args = args;
    this.detailKey = detailKey;
    this.errors = errors;
    this.possible = possible;
    this.headers = headers;
    this.members = members;
  }

  /** A problem; the arguments fill {@code {0}} … of {@code <slug>.detail}. */
  public static Problem of(ProblemType type, Object... args) {
    return new Problem(
        type, List.of(args), type.slug() + ".detail", List.of(), List.of(), Map.of(), Map.of());
  }

  /** Fails with 412 unless one row was changed: else somebody has been faster. */
  public static void staleUnlessOne(int changedRows) {
    if (changedRows != 1) {
      throw of(ProblemType.STALE_VERSION);
    }
  }

  /** With another text for the detail: a key of the {@code problems} bundles and its arguments. */
  public Problem detail(String messageKey, Object... detailArgs) {
    return new Problem(type, List.of(detailArgs), messageKey, errors, possible, headers, members);
  }

  /** With one more field that is wrong; see {@link FieldProblem}. */
  public Problem at(String pointer, String messageKey, Object... fieldArgs) {
    return with(List.of(new FieldProblem(pointer, messageKey, List.of(fieldArgs))));
  }

  /** With more fields that are wrong. */
  public Problem with(Collection<FieldProblem> moreErrors) {
    List<FieldProblem> all = new ArrayList<>(errors);
    all.addAll(moreErrors);
    return new Problem(type, args, detailKey, List.copyOf(all), possible, headers, members);
  }

  /** With the actions that are possible instead. */
  public Problem possible(Collection<String> actions) {
    return new Problem(type, args, detailKey, errors, List.copyOf(actions), headers, members);
  }

  /** With a header for the answer, such as {@code Retry-After}. */
  public Problem header(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Problem(type, args, detailKey, errors, possible, Map.copyOf(all), members);
  }

  /** With a member of the type's own (RFC 9457 section 3.2), as the contract names it. */
  public Problem member(String name, Object value) {
    Map<String, Object> all = new LinkedHashMap<>(members);
    all.put(name, value);
    return new Problem(type, args, detailKey, errors, possible, headers, Map.copyOf(all));
  }

  public ProblemType type() {
    return type;
  }

  public List<FieldProblem> errors() {
    return errors;
  }

  /** What fills its text. */
  public List<Object> args() {
    return args;
  }

  /** The key of its own detail in the {@code problems} bundles; null for the one of its type. */
  public String detailKey() {
    return detailKey;
  }

  List<String> possible() {
    return possible;
  }

  Map<String, String> headers() {
    return headers;
  }

  Map<String, Object> members() {
    return members;
  }

  @Override
  public String getMessage() {
    return type.slug()
        + (args.isEmpty() ? "" : " " + args)
        + (errors.isEmpty() ? "" : " " + errors);
  }
}
