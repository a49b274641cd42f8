package org.sunlit.powerlist;

/**
 * A department by its names, as other rooms show it.
 *
 * @param code the department's code
 * @param name its Chinese name
 * @param nameEn its English name, or null
 */
public record DepartmentRef(String code, String name, String nameEn) {}
