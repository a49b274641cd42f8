package org.sunlit.problem;

import java.util.List;

/**
 * What is wrong with one field.
 *
 * @param pointer a JSON pointer into the body (RFC 6901), or the name of a parameter
 * @param messageKey a key of the {@code problems} bundles
 * @param args fill {@code {0}}, {@code {1}} … in its text
 */
public record FieldProblem(String pointer, String messageKey, List<Object> args) {
  public FieldProblem {
    args = List.copyOf(args);
  }
}
