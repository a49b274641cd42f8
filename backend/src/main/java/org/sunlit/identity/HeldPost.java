package org.sunlit.identity;

/**
 * A post 岗位 that somebody holds now: a kind of work, in a department, at a place.
 *
 * @param code the kind of work, such as {@code window}
 * @param departmentCode null for a post of no department
 * @param regionCode null for the whole city
 * @param onBehalfOf the absent account whose post it is AB岗 (C9); null for a post of one's own
 */
public record HeldPost(String code, String departmentCode, String regionCode, String onBehalfOf) {}
