package org.sunlit.charge.rules;

/** What a quantity is counted in, such as 平方米. */
public record Measure(String name, String nameEn) {}
