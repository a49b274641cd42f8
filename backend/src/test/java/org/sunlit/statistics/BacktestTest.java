package org.sunlit.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sunlit.calendar.CalendarFixtures;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.statistics.Tally.Prediction;
import org.sunlit.statistics.Tally.Settlement;
import org.sunlit.statistics.rules.Expectation;

/**
 * Three years of cases whose steps take as long as a known distribution says, told in the order of
 * their events. Each prediction knows only what was closed before it.
 */
class BacktestTest {
  private static final int CASES = 3_000;

  /** How many working days a step takes, with the mean given. */
  enum Shape {
    EVEN {
      @Override
      double days(Random random, double mean) {
        return 2 * mean * random.nextDouble();
      }
    },
    MEMORYLESS {
      @Override
      double days(Random random, double mean) {
        return -mean * Math.log(1 - random.nextDouble());
      }
    },
    LONG_TAILED {
      @Override
      double days(Random random, double mean) {
        return mean * Math.exp(0.8 * random.nextGaussian() - 0.32);
      }
    },
    TWO_KINDS {
      @Override
      double days(Random random, double mean) {
        return random.nextInt(3) == 0
            ? mean * (2.2 + 0.5 * random.nextGaussian())
            : mean * (0.4 + 0.3 * random.nextDouble());
      }
    };

    abstract double days(Random random, double mean);
  }

  private record Told(SyntheticCase of, CaseEvent event) {}

  @ParameterizedTest
  @EnumSource(Shape.class)
  void nineInTenComeTrue(Shape shape) {
    Tally tally = tally(shape, new Random(shape.name().hashCode()));
    Map<String, Settlement> settled = new HashMap<>();
    tally.settlements().forEach(one -> settled.put(key(one.caseNumber(), one.stepId()), one));
    Map<String, int[]> byStep = new HashMap<>();
    int[] all = new int[2];
    for (Prediction prediction : tally.predictions()) {
      Settlement end = settled.get(key(prediction.caseNumber(), prediction.stepId()));
      if (end == null || end.days() == null) {
        continue;
      }
      int[] step = byStep.computeIfAbsent(prediction.stepId(), absent -> new int[2]);
      int held = end.days() <= prediction.days() ? 1 : 0;
      step[0] += held;
      step[1]++;
      all[0] += held;
      all[1]++;
    }
    assertEquals(4, byStep.size(), "a prediction in every step somebody acts in");
    assertTrue(all[1] > 3 * CASES, all[1] + " predictions");
    assertShare(shape + " in all", all);
    byStep.forEach((step, counted) -> assertShare(shape + " in " + step, counted));
  }

  private static void assertShare(String what, int[] counted) {
    double share = (double) counted[0] / counted[1];
    assertTrue(share >= 0.87 && share <= 0.93, what + ": " + share);
  }

  private static String key(String caseNumber, String stepId) {
    return caseNumber + " " + stepId;
  }

  private static Tally tally(Shape shape, Random random) {
    List<Told> told = new ArrayList<>();
    for (int number = 0; number < CASES; number++) {
      SyntheticCase each =
          SyntheticCase.live(number, random, mean -> Math.max(0.01, shape.days(random, mean)));
      each.events().forEach(event -> told.add(new Told(each, event)));
    }
    told.sort(Comparator.comparing((Told one) -> one.event().at()));
    Map<StepKey, Expectation> expectations = new HashMap<>();
    SyntheticCase.ITEM
        .flow()
        .steps()
        .forEach(
            step ->
                expectations.put(
                    new StepKey(SyntheticCase.ITEM.code(), SyntheticCase.ITEM.flowId(), step.id()),
                    new Expectation()));
    Tally tally = new Tally(expectations);
    for (Told one : told) {
      tally.add(
          CaseMoment.of(
              one.of().number(),
              Map.of(SyntheticCase.ITEM.versionId(), SyntheticCase.ITEM),
              SyntheticCase.ITEM.versionId(),
              one.of().events(),
              one.event(),
              CaseMoment.clock(SyntheticCase.ITEM, CalendarFixtures.SHIPPED)));
    }
    return tally;
  }
}
