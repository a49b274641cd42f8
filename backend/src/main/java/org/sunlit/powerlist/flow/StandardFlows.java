package org.sunlit.powerlist.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The flows shipped for each category of powers (标准流程, A12): what an item runs on until its
 * department has drawn a flow of its own. They are marked {@code origin: standard}, so that the
 * public sees whether an authority has done its homework.
 */
public final class StandardFlows {
  /** The categories' API codes, in the order the power list shows them. */
  public static final List<String> CATEGORIES =
      List.of(
          "licence",
          "penalty",
          "coercion",
          "levy",
          "payment",
          "inspection",
          "confirmation",
          "reward",
          "adjudication",
          "other",
          "publicService");

  private static final Map<String, FlowDefinition> FLOWS = readAll();

  private StandardFlows() {}

  /**
   * The standard flow of a category.
   *
   * @throws IllegalArgumentException when there is no such category
   */
  public static FlowDefinition of(String category) {
    FlowDefinition flow = FLOWS.get(category);
    if (flow == null) {
      throw new IllegalArgumentException("No category is called '" + category + "'");
    }
    return flow;
  }

  /** The shipped flow with this code, if there is one. */
  public static Optional<FlowDefinition> withCode(String code) {
    return FLOWS.values().stream().filter(flow -> flow.code().equals(code)).findFirst();
  }

  /** All of them by category. */
  public static Map<String, FlowDefinition> all() {
    return FLOWS;
  }

  private static Map<String, FlowDefinition> readAll() {
    Map<String, FlowDefinition> flows = new LinkedHashMap<>();
    for (String category : CATEGORIES) {
      flows.put(category, read("/flows/standard/" + category + ".json"));
    }
    return java.util.Collections.unmodifiableMap(flows);
  }

  private static FlowDefinition read(String resource) {
    try (InputStream in = StandardFlows.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("Missing from this build: " + resource);
      }
      return FlowJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Can't read " + resource, unreadable);
    }
  }
}
