package org.sunlit.powerlist.search;

/** The fields of the index, each holding terms of one kind. */
enum IndexedField {
  /** The whole name, squeezed. */
  NAME,
  /** Single characters of the name. */
  NAME_CHARACTER,
  /** Neighbouring characters of the name. */
  NAME_PAIR,
  /** Neighbouring characters of 主项名称. */
  PARENT_PAIR,
  /** Single characters of name, 主项名称, category and department. */
  ANY_CHARACTER,
  /** Words of the English name. */
  WORD,
  /** The whole code in lower case. */
  CODE,
  /** Three neighbouring characters of the code. */
  CODE_PIECE,
  /** First initials of the name. */
  INITIAL,
  /** Neighbouring initials of the name. */
  INITIAL_PAIR,
  /** Three neighbouring initials of the name: far fewer names share them. */
  INITIAL_PIECE,
  /** Three neighbouring letters of the name's pinyin. */
  PINYIN_PIECE,
  /** Values of {@link SearchFilter}, each after its filter's name. */
  FILTER
}
