package org.sunlit.casework.rules;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One thing an application lacks (补正事项), as the one-time notice tells it (C6).
 *
 * @param materialCode the item's material it concerns; null when it concerns none
 * @param what what is missing or wrong, in the clerk's words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MissingMaterial(String materialCode, String what) {}
