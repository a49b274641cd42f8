package org.sunlit.platform;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StatementCacheTest {

  @Test
  void keepsLongStatements() {
    assertTrue(StatementCache.keeps("select 1"));
    assertTrue(StatementCache.keeps("select 1" + " ".repeat(10_000)));
    assertFalse(StatementCache.keeps("select 1" + " ".repeat(20_000)));
  }

  /** Or a frequent word would be looked for in the way that is best for a rare one. */
  @Test
  void keepsNoneThatSearchesTexts() {
    assertFalse(StatementCache.keeps("select id from publication where search @@ $1::tsquery"));
  }
}
