package org.sunlit.problem;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a value should have been, in words for whoever sent something else. */
final class ValueKinds {
  private static final Set<Class<?>> WHOLE =
      Set.of(
          int.class,
          long.class,
          short.class,
          Integer.class,
          Long.class,
          Short.class,
          BigInteger.class);
  private static final Set<Class<?>> FRACTIONAL =
      Set.of(float.class, double.class, Float.class, Double.class, BigDecimal.class, Number.class);
  private static final Set<Class<?>> MOMENTS =
      Set.of(OffsetDateTime.class, ZonedDateTime.class, Instant.class);

  private ValueKinds() {}

  /** The field problem for a value that isn't of this type. */
  static FieldProblem expected(String pointer, Class<?> type) {
    if (type != null && type.isEnum()) {
      return new FieldProblem(pointer, "field.unknown-value", List.of(names(type)));
    }
    return new FieldProblem(pointer, key(type), List.of());
  }

  private static String names(Class<?> type) {
    // The generated enums' toString is the value in the contract.
    return Arrays.stream(type.getEnumConstants())
        .map(Object::toString)
        .collect(Collectors.joining(", "));
  }

  private static String key(Class<?> type) {
    if (type == null) {
      return "field.invalid";
    }
    if (CharSequence.class.isAssignableFrom(type)) {
      return "field.type-text";
    }
    if (WHOLE.contains(type)) {
      return "field.type-integer";
    }
    if (FRACTIONAL.contains(type)) {
      return "field.type-number";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "field.type-boolean";
    }
    if (type == LocalDate.class) {
      return "field.type-date";
    }
    if (MOMENTS.contains(type)) {
      return "field.type-date-time";
    }
    if (type == UUID.class) {
      return "field.type-uuid";
    }
    if (type == byte[].class) {
      return "field.type-bytes";
    }
    if (type.isArray() || Collection.class.isAssignableFrom(type)) {
      return "field.type-list";
    }
    return "field.type-object";
  }
}
