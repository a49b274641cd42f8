package org.sunlit.document.rules;

import org.sunlit.calendar.Limit;

/**
 * A step that begins with an act.
 *
 * @param kind what is done there
 * @param name its name in the flow
 * @param nameEn the same in English
 * @param limit how long it should take; null when the flow doesn't say
 * @param excludedBy the article by which its time isn't counted; null when it is
 */
public record BegunStep(
    SpecialStep kind, String name, String nameEn, Limit limit, String excludedBy) {}
