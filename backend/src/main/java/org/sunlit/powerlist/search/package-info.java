/**
 * Finding a power item by whatever people remember of it: part of its name, its code, its
 * department, pinyin or pinyin initials. Pure: an index is built from entries in memory and asked;
 * where entries come from and when to build anew is the power list's concern.
 */
package org.sunlit.powerlist.search;
