package org.sunlit.casework.rules;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Why a case is in the green channel (绿色通道, B11), as its ground was worded then. What proves it is
 * the event's reason, which is sealed: it is about somebody.
 *
 * @param code code of the ground
 * @param name the ground in Chinese
 * @param nameEn the same in English
 * @param basis what it rests on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GreenMark(String code, String name, String nameEn, String basis) {}
