package org.sunlit.casework.rules;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.UUID;

/**
 * A case's way from one version of its item to another (流程版本迁移).
 *
 * @param from the version it ran on
 * @param fromNumber that version's number
 * @param to the version it runs on from here on
 * @param toNumber that version's number
 * @param steps for each step of the former flow that has a counterpart, the step of the new one
 */
public record DefinitionMove(
    UUID from, int fromNumber, UUID to, int toNumber, Map<String, String> steps) {
  public DefinitionMove {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    steps = Map.copyOf(steps);
  }
}
