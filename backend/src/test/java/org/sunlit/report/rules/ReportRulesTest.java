package org.sunlit.report.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Period;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportRulesTest {
  private static final int AROUND = 28;

  @Test
  void lengthsAreStepsAndNothingElse() {
    assertEquals(
        7, IntStream.range(0, 200_000).filter(SealedSizes::isWords).count(), "1 KB to 64 KB");
    assertTrue(SealedSizes.isWords(1024 + AROUND));
    assertFalse(SealedSizes.isWords(512 + AROUND));
    assertFalse(SealedSizes.isWords(1025 + AROUND));
    assertTrue(SealedSizes.isFile(SealedSizes.MOST_FILE + AROUND));
    assertFalse(SealedSizes.isFile(2L * SealedSizes.MOST_FILE + AROUND));
    assertFalse(SealedSizes.isFile((1L << 32) + 64 * 1024 + AROUND), "no number runs over");
  }

  @Test
  void aPublicKeyLiesOnTheCurve() {
    String x = "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296";
    String y = "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5";
    String prime = "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff";
    assertTrue(isKey("04" + x + y));
    assertFalse(isKey("04" + x + y.replace('4', '5')));
    assertFalse(isKey("04" + y + x));
    assertFalse(isKey("04" + prime + y));
    assertFalse(isKey("02" + x + y));
    assertFalse(isKey("04" + x));
    assertFalse(isKey("04" + "00".repeat(64)));
  }

  private static boolean isKey(String hex) {
    return SealedSizes.isPublicKey(HexFormat.of().parseHex(hex));
  }

  @Test
  void whatIsAtWorkIsKeptAndWhatIsDoneIsNot() {
    Keeping keeping = new Keeping(Period.ofMonths(12), Period.ofMonths(6));
    LocalDate today = LocalDate.of(2026, 8, 31);
    assertEquals(
        Optional.of(LocalDate.of(2027, 8, 31)), keeping.destroyedOn(ReportState.NEW, today));
    assertEquals(
        Optional.of(LocalDate.of(2027, 2, 28)), keeping.destroyedOn(ReportState.CLOSED, today));
    assertEquals(Optional.empty(), keeping.destroyedOn(ReportState.CLUE, today));
  }

  @Test
  void anAnswerHidesNoClueAndReopensNothing() {
    assertEquals(ReportState.ANSWERED, ReportState.NEW.whenAnswered());
    assertEquals(ReportState.CLUE, ReportState.CLUE.whenAnswered());
    assertEquals(ReportState.CLOSED, ReportState.CLOSED.whenAnswered());
  }

  @Test
  void whoWritesAgainIsReadAgain() {
    assertEquals(ReportState.LOOKING, ReportState.CLOSED.whenWrittenTo());
    assertEquals(ReportState.LOOKING, ReportState.ANSWERED.whenWrittenTo());
    assertEquals(ReportState.NEW, ReportState.NEW.whenWrittenTo());
  }

  @Test
  void nothingGoesBackToNew() {
    for (ReportState state : ReportState.values()) {
      assertFalse(state.next().contains(ReportState.NEW));
      assertFalse(state.next().contains(ReportState.ANSWERED), "only an answer answers");
      assertFalse(state.next().contains(state));
    }
  }
}
