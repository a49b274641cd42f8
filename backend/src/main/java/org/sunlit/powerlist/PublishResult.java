package org.sunlit.powerlist;

/**
 * What a publication did, or would do.
 *
 * @param created items not known before
 * @param changed items that got a new version
 * @param unchanged items equal to what was published
 * @param departmentsCreated departments not known before
 * @param standardFlows items on the standard flow of their category
 */
public record PublishResult(
    int created, int changed, int unchanged, int departmentsCreated, int standardFlows) {}
