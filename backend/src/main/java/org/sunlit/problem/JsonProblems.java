package org.sunlit.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Iterator;
import java.util.List;

/** What Jackson says about a body, as a problem that says where and what instead. */
final class JsonProblems {
  private static final String DUPLICATE = "Duplicate field '";

  private JsonProblems() {}

  static Problem of(JsonProcessingException failure) {
    if (failure instanceof ForbiddenCharacterException forbidden) {
      return Problem.of(ProblemType.INVALID_REQUEST)
          .at(pointer(forbidden), "field.forbidden-character", forbidden.index() + 1);
    }
    if (failure instanceof UnrecognizedPropertyException unknown) {
      return Problem.of(ProblemType.INVALID_REQUEST).at(pointer(unknown), "field.unknown");
    }
    if (failure instanceof ValueInstantiationException value) {
      return wrongType(value, value.getType() == null ? null : value.getType().getRawClass());
    }
    if (failure instanceof MismatchedInputException mismatch && !isTrailing(mismatch)) {
      return wrongType(mismatch, mismatch.getTargetType());
    }
    if (failure instanceof InputCoercionException number) {
      return outOfRange(number);
    }
    if (failure instanceof JsonMappingException
        && failure.getCause() instanceof JsonProcessingException cause) {
      return of(cause);
    }
    return unreadable(failure);
  }

  private static boolean isTrailing(MismatchedInputException mismatch) {
    return mismatch.getPath().isEmpty() && mismatch.getOriginalMessage().startsWith("Trailing");
  }

  private static Problem wrongType(JsonMappingException failure, Class<?> target) {
    FieldProblem error = ValueKinds.expected(pointer(failure), target);
    return Problem.of(ProblemType.INVALID_REQUEST).with(List.of(error));
  }

  /** A number too large for its field, which Jackson counts as unreadable. */
  private static Problem outOfRange(InputCoercionException failure) {
    String pointer = failure.getProcessor().getParsingContext().pathAsPointer().toString();
    return Problem.of(ProblemType.INVALID_REQUEST)
        .with(List.of(ValueKinds.expected(pointer, failure.getTargetType())));
  }

  private static Problem unreadable(JsonProcessingException failure) {
    if (failure.getOriginalMessage() != null
        && failure.getOriginalMessage().startsWith(DUPLICATE)
        && failure.getProcessor() instanceof JsonParser parser) {
      String name = failure.getOriginalMessage().substring(DUPLICATE.length());
      return Problem.of(ProblemType.INVALID_REQUEST)
          .at(
              duplicatePointer(parser, name.substring(0, name.lastIndexOf('\''))),
              "field.duplicate");
    }
    JsonLocation location = failure.getLocation();
    return location == null
        ? Problem.of(ProblemType.MALFORMED_BODY, "?", "?")
        : Problem.of(ProblemType.MALFORMED_BODY, location.getLineNr(), location.getColumnNr());
  }

  /** The context still names the field before; the object it is in is what matters. */
  private static String duplicatePointer(JsonParser parser, String name) {
    String before = parser.getParsingContext().pathAsPointer().toString();
    int slash = before.lastIndexOf('/');
    return (slash < 0 ? "" : before.substring(0, slash)) + '/' + escape(name);
  }

  /** A JSON pointer (RFC 6901) to what failed. */
  private static String pointer(JsonMappingException failure) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference step : failure.getPath()) {
      pointer.append('/');
      if (step.getFieldName() != null) {
        pointer.append(escape(step.getFieldName()));
      } else {
        pointer.append(step.getIndex());
      }
    }
    return pointer.toString();
  }

  static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /** The JSON failure behind another, if there is one. */
  static JsonProcessingException behind(Throwable failure) {
    Iterator<Throwable> causes = Causes.of(failure).iterator();
    while (causes.hasNext()) {
      if (causes.next() instanceof JsonProcessingException json) {
        return json;
      }
    }
    return null;
  }
}
