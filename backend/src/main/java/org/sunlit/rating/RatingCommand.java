package org.sunlit.rating;

import org.sunlit.rating.rules.Grades;

/**
 * What somebody says.
 *
 * @param words in their own words; null for none
 * @param mayBeNamed whether the department may be told which case it was, to make it good
 */
public record RatingCommand(Grades grades, String words, boolean mayBeNamed) {}
