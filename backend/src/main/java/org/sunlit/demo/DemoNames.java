package org.sunlit.demo;

import java.util.List;

/** Pools that invented names are drawn from. */
record DemoNames(
    List<Surname> surnames,
    List<String> givenNames,
    Enterprises enterprises,
    List<String> streets) {

  /** A surname and how common it is. */
  record Surname(String text, double weight) {}

  /** Patterns with {@code {brand}} and {@code {trade}}. */
  record Enterprises(List<String> patterns, List<String> brands, List<String> trades) {}
}
