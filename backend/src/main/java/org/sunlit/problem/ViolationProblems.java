package org.sunlit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Violations of the contract's constraints, as field problems. */
final class ViolationProblems {
  private static final Map<String, String> KEYS =
      Map.ofEntries(
          Map.entry("NotNull", "field.required"),
          Map.entry("NotBlank", "field.not-blank"),
          Map.entry("NotEmpty", "field.not-empty"),
          Map.entry("Pattern", "field.pattern"),
          Map.entry("Min", "field.min"),
          Map.entry("DecimalMin", "field.min"),
          Map.entry("Max", "field.max"),
          Map.entry("DecimalMax", "field.max"),
          Map.entry("Positive", "field.positive"),
          Map.entry("PositiveOrZero", "field.positive-or-zero"),
          Map.entry("Past", "field.past"),
          Map.entry("Future", "field.future"),
          Map.entry("Email", "field.email"));

  private ViolationProblems() {}

  /**
   * The problem for violated parameters; empty when what was violated isn't the reader's: an answer
   * that isn't of the contract.
   */
  static Optional<Problem> of(Set<? extends ConstraintViolation<?>> violations, Method method) {
    List<Parameters.Declared> parameters = Parameters.of(method);
    boolean ours =
        violations.stream()
            .anyMatch(violation -> parameterOf(violation.getPropertyPath()).isEmpty());
    if (ours) {
      return Optional.empty();
    }
    boolean noBody =
        violations.stream().anyMatch(violation -> isMissingBody(violation, parameters));
    if (noBody) {
      return Optional.of(Problem.of(ProblemType.MISSING_BODY));
    }
    List<FieldProblem> errors =
        violations.stream()
            .map(violation -> error(violation, parameters))
            .distinct()
            .sorted(Comparator.comparing(FieldProblem::pointer))
            .toList();
    return Optional.of(Problem.of(ProblemType.INVALID_REQUEST).with(errors));
  }

  private static Optional<Path.ParameterNode> parameterOf(Path path) {
    for (Path.Node node : path) {
      if (node.getKind() == ElementKind.PARAMETER) {
        return Optional.of(node.as(Path.ParameterNode.class));
      }
    }
    return Optional.empty();
  }

  private static Parameters.Declared declared(
      ConstraintViolation<?> violation, List<Parameters.Declared> parameters) {
    return parameters.get(
        parameterOf(violation.getPropertyPath()).orElseThrow().getParameterIndex());
  }

  private static boolean isMissingBody(
      ConstraintViolation<?> violation, List<Parameters.Declared> parameters) {
    return violation.getInvalidValue() == null
        && declared(violation, parameters).place() == Parameters.Place.BODY
        && pointer(violation.getPropertyPath()).isEmpty();
  }

  private static FieldProblem error(
      ConstraintViolation<?> violation, List<Parameters.Declared> parameters) {
    String pointer = declared(violation, parameters).name() + pointer(violation.getPropertyPath());
    Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
    Map<String, Object> attributes = violation.getConstraintDescriptor().getAttributes();
    String kind = constraint.annotationType().getSimpleName();
    if (kind.equals("Size")) {
      return size(pointer, (int) attributes.get("min"), (int) attributes.get("max"));
    }
    String key = KEYS.getOrDefault(kind, "field.invalid");
    Object bound = attributes.get("value");
    return new FieldProblem(pointer, key, bound == null ? List.of() : List.of(bound));
  }

  private static FieldProblem size(String pointer, int min, int max) {
    if (min == 0) {
      return new FieldProblem(pointer, "field.size-max", List.of(max));
    }
    if (max == Integer.MAX_VALUE) {
      return new FieldProblem(pointer, "field.size-min", List.of(min));
    }
    return new FieldProblem(pointer, "field.size-between", List.of(min, max));
  }

  /** A JSON pointer (RFC 6901) from the parameter down; empty for the parameter itself. */
  private static String pointer(Path path) {
    StringBuilder pointer = new StringBuilder();
    for (Path.Node node : path) {
      if (node.getKind() != ElementKind.PROPERTY
          && node.getKind() != ElementKind.CONTAINER_ELEMENT) {
        continue;
      }
      if (node.isInIterable() && node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      } else if (node.isInIterable() && node.getKey() != null) {
        pointer.append('/').append(JsonProblems.escape(node.getKey().toString()));
      }
      if (node.getKind() == ElementKind.PROPERTY) {
        pointer.append('/').append(JsonProblems.escape(node.getName()));
      }
    }
    return pointer.toString();
  }
}
