package org.sunlit.staff;

/** What a change is about, and whose it is. */
record Subject(String kind, String id, String name, String departmentCode, String regionCode) {}
