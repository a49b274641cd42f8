package org.sunlit.disclosure.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FileKindTest {
  @Test
  void aNameEndsAsItsKindDoes() {
    assertEquals("预算.exe.pdf", FileKind.PDF.named("预算.exe"));
    assertEquals("照片.JPEG", FileKind.JPEG.named("照片.JPEG"));
    assertEquals(FileKind.CSV, FileKind.of("text/plain", "表.CSV"));
    assertEquals(FileKind.TEXT, FileKind.of("text/plain", "表.xlsx"));
  }
}
