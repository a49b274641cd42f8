package org.sunlit.identity;

import java.util.UUID;

/**
 * A post 岗位.
 *
 * @param code what kind of work it is, as flows say it
 * @param level city, township, village, or window in the service centre
 * @param department null for a post of no department
 * @param region null for the whole city
 */
public record PostRef(
    UUID id,
    String code,
    String name,
    String nameEn,
    String level,
    String department,
    String region) {}
