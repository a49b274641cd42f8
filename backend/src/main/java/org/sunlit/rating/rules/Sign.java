package org.sunlit.rating.rules;

/**
 * A sign that a rating was not freely given. It accuses nobody: a supervisor looks into it.
 *
 * @param reason what was seen, in Chinese
 * @param reasonEn the same in English
 */
public record Sign(SignKind kind, String reason, String reasonEn) {}
