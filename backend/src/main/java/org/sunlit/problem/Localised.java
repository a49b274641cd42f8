package org.sunlit.problem;

/**
 * A word in both languages, as an argument of a problem's text: the name of a step, a department, a
 * state.
 *
 * @param chinese never null
 * @param english null when there is none; the Chinese one is shown then
 */
public record Localised(String chinese, String english) {}
