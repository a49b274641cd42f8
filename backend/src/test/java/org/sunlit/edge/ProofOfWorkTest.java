package org.sunlit.edge;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.sunlit.edge.ProofOfWork.Puzzle;
import org.sunlit.privacy.BlindTokens;
import org.sunlit.privacy.Masters;
import org.sunlit.problem.Problem;
import org.sunlit.testing.Solver;

/** What may not be told apart costs each something, and a flood costs itself. */
class ProofOfWorkTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final BlindTokens TOKENS = new BlindTokens(Masters.newKey("index"));

  private final ProofOfWork work = at(NOW);

  private static ProofOfWork at(Instant now) {
    return new ProofOfWork(() -> TOKENS, Clock.fixed(now, ZoneOffset.UTC), Rate.of("100/1h"));
  }

  @Test
  void takesAnAnswerOnce() {
    Puzzle puzzle = work.puzzle();
    String answer = Solver.solve(puzzle.challenge(), puzzle.bits());
    assertDoesNotThrow(() -> work.take(puzzle.challenge(), answer));
    assertThrows(Problem.class, () -> work.take(puzzle.challenge(), answer));
  }

  @Test
  void takesNoOtherAnswerAndNoOtherPuzzle() {
    Puzzle puzzle = work.puzzle();
    String answer = Solver.solve(puzzle.challenge(), puzzle.bits());
    String easier = puzzle.challenge().replace("." + puzzle.bits() + ".", ".0.");
    for (String challenge : new String[] {easier, "", "...", "a.b.c.d", puzzle.challenge() + "x"}) {
      assertThrows(Problem.class, () -> work.take(challenge, answer), challenge);
    }
    String wrong = Solver.fail(puzzle.challenge(), puzzle.bits());
    assertThrows(Problem.class, () -> work.take(puzzle.challenge(), wrong));
  }

  @Test
  void takesNoneThatIsLate() {
    Puzzle puzzle = work.puzzle();
    String answer = Solver.solve(puzzle.challenge(), puzzle.bits());
    ProofOfWork later = at(NOW.plus(Duration.ofMinutes(11)));
    assertThrows(Problem.class, () -> later.take(puzzle.challenge(), answer));
  }

  @Test
  void becomesHarderTheMoreIsAskedAndGuessed() {
    assertEquals(ProofOfWork.LEAST_BITS, work.puzzle().bits());
    int last = 0;
    for (int guess = 0; guess < 500; guess++) {
      work.wrongGuess();
      int bits = work.puzzle().bits();
      assertTrue(bits >= last, "never easier by guessing");
      last = bits;
    }
    assertEquals(ProofOfWork.MOST_BITS, last);
  }

  @Test
  void owesNoMoreThanMakesItHarder() {
    for (int guess = 0; guess < 5_000; guess++) {
      work.wrongGuess();
    }
    assertEquals(ProofOfWork.MOST_BITS, work.puzzle().bits());
    assertTrue(work.left() >= -301, "three windows later it is as easy as before");
  }

  @Test
  void countsZeroBits() {
    assertEquals(0, ProofOfWork.zeroBits(new byte[] {(byte) 0x80}));
    assertEquals(12, ProofOfWork.zeroBits(new byte[] {0, 0x0f}));
    assertEquals(16, ProofOfWork.zeroBits(new byte[] {0, 0}));
  }
}
