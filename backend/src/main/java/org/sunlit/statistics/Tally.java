package org.sunlit.statistics;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.flow.FlowLanguage;
import org.sunlit.powerlist.flow.FlowStep;
import org.sunlit.statistics.rules.CaseClock;
import org.sunlit.statistics.rules.CaseCourse;
import org.sunlit.statistics.rules.Expectation;
import org.sunlit.statistics.rules.Stay;

/**
 * What a run of events comes to, to be written at once. Events are taken in their order, and a
 * prediction knows of every case that was closed before it, also in the same run: how the journal
 * was cut into runs makes no difference.
 */
final class Tally {
  record StepCount(
      String itemCode,
      UUID flowId,
      String stepId,
      String departmentCode,
      String stepName,
      String stepNameEn,
      String postCode,
      String postName,
      String postNameEn,
      int open,
      int cases) {
    StepCount plus(int moreOpen, int moreCases) {
      return new StepCount(
          itemCode,
          flowId,
          stepId,
          departmentCode,
          stepName,
          stepNameEn,
          postCode,
          postName,
          postNameEn,
          open + moreOpen,
          cases + moreCases);
    }
  }

  record Time(String itemCode, UUID flowId, String stepId, long minutes) {}

  record Course(String itemCode, UUID flowId, String stepId, int stayed, int closed) {}

  /** Cases under way by when they came to a step and, if they have, left it. */
  record UnderWay(
      String itemCode, UUID flowId, String stepId, LocalDate enteredOn, LocalDate leftOn) {}

  /** A step an open case is in. */
  record LiveStep(String stepId, OffsetDateTime enteredAt, long still) {}

  record OpenCase(String caseNumber, UUID itemVersionId, List<LiveStep> steps, String halt) {}

  record Prediction(
      String caseNumber,
      String stepId,
      int visit,
      String itemCode,
      String category,
      OffsetDateTime madeAt,
      int probability,
      int days,
      LocalDate closedBy,
      long cases) {}

  /**
   * What became of a prediction.
   *
   * @param days after which the case was closed; null where nothing can be said of it: it was taken
   *     back, or moved to a flow that doesn't have the step
   */
  record Settlement(String caseNumber, String stepId, int visit, Integer days, OffsetDateTime at) {}

  /** Stands for the day on which a case will leave a step. */
  static final LocalDate NOT_LEFT = LocalDate.of(9999, 12, 31);

  private final Map<StepKey, Expectation> expectations;
  private final Map<StepKey, StepCount> steps = new LinkedHashMap<>();
  private final Map<Time, Integer> times = new LinkedHashMap<>();
  private final Map<Course, Integer> courses = new LinkedHashMap<>();
  private final Map<UnderWay, Integer> underWay = new LinkedHashMap<>();
  private final Map<String, OpenCase> open = new LinkedHashMap<>();
  private final List<Prediction> predictions = new ArrayList<>();
  private final List<Settlement> settlements = new ArrayList<>();

  /**
   * @param expectations of the steps that are come to, as they stood before the run
   */
  Tally(Map<StepKey, Expectation> expectations) {
    this.expectations = expectations;
  }

  void add(CaseMoment moment) {
    moment.liveBefore().forEach(stay -> count(moment.former(), stay, -1, 0));
    moment.after().live().forEach(stay -> count(moment.item(), stay, 1, 0));
    for (Stay stay : moment.finished()) {
      StepKey key = moment.key(stay.stepId());
      times.merge(
          new Time(key.itemCode(), key.flowId(), key.stepId(), stay.minutes()), 1, Integer::sum);
      count(moment.item(), stay, 0, moment.firstTime(stay) ? 1 : 0);
    }
    moment.leftBehind().forEach(stay -> settle(moment, stay, null));
    if (moment.ended()) {
      end(moment, moment.after().end().orElseThrow());
    }
    if (moment.after().halt().isEmpty() && !moment.moved()) {
      moment.entered().forEach(stay -> predict(moment, stay));
    }
    underWay(moment.former(), moment.before(), -1);
    underWay(moment.item(), moment.after(), 1);
    open.put(moment.caseNumber(), standing(moment));
  }

  private void underWay(ItemInForce item, CaseCourse course, int more) {
    if (course == null || course.end().isPresent()) {
      return;
    }
    for (Stay stay : course.stays()) {
      StepKey key = CaseMoment.key(item, stay.stepId());
      LocalDate enteredOn = CaseClock.date(stay.enteredAt());
      LocalDate leftOn = stay.live() ? NOT_LEFT : CaseClock.date(stay.leftAt());
      underWay.merge(
          new UnderWay(key.itemCode(), key.flowId(), key.stepId(), enteredOn, leftOn),
          more,
          Integer::sum);
      if (expectations.containsKey(key)) {
        expectations.get(key).underWay(enteredOn, more);
      }
    }
  }

  private void count(ItemInForce item, Stay stay, int moreOpen, int moreCases) {
    StepKey key = CaseMoment.key(item, stay.stepId());
    StepCount counted = steps.computeIfAbsent(key, absent -> none(item, key));
    steps.put(key, counted.plus(moreOpen, moreCases));
  }

  private static StepCount none(ItemInForce item, StepKey key) {
    FlowStep step = item.flow().step(key.stepId());
    return new StepCount(
        key.itemCode(),
        key.flowId(),
        key.stepId(),
        item.department().code(),
        item.flow().fullName(step, FlowLanguage.ZH),
        item.flow().fullName(step, FlowLanguage.EN),
        step.post().code(),
        step.post().name(),
        step.post().nameEn(),
        0,
        0);
  }

  private void end(CaseMoment moment, CaseCourse.End end) {
    for (Stay stay : moment.after().stays()) {
      int closed = moment.after().days(stay, end.at(), moment.clock());
      settle(moment, stay, end.withdrawn() ? null : closed);
      if (!end.withdrawn()) {
        StepKey key = moment.key(stay.stepId());
        int stayed = Math.min(closed, moment.after().days(stay, stay.leftAt(), moment.clock()));
        courses.merge(
            new Course(key.itemCode(), key.flowId(), key.stepId(), stayed, closed),
            1,
            Integer::sum);
        if (expectations.containsKey(key)) {
          expectations.get(key).closed(closed, 1);
        }
      }
    }
  }

  private void settle(CaseMoment moment, Stay stay, Integer days) {
    settlements.add(
        new Settlement(
            moment.caseNumber(),
            stay.stepId(),
            stay.visit(),
            days,
            CityTime.offset(moment.event().at())));
  }

  private void predict(CaseMoment moment, Stay stay) {
    Expectation expectation = expectations.get(moment.key(stay.stepId()));
    LocalDate today = CaseClock.date(stay.enteredAt());
    expectation
        .days(today, moment.clock())
        .ifPresent(
            days ->
                predictions.add(
                    new Prediction(
                        moment.caseNumber(),
                        stay.stepId(),
                        stay.visit(),
                        moment.item().code(),
                        moment.item().category().code(),
                        CityTime.offset(stay.enteredAt()),
                        Expectation.PROBABILITY,
                        days,
                        moment.clock().after(today, days),
                        expectation.count())));
  }

  private static OpenCase standing(CaseMoment moment) {
    CaseCourse now = moment.after();
    return new OpenCase(
        moment.caseNumber(),
        moment.item().versionId(),
        now.live().stream()
            .map(
                stay ->
                    new LiveStep(
                        stay.stepId(),
                        CityTime.offset(stay.enteredAt()),
                        now.still(stay, moment.event().at(), moment.clock())))
            .toList(),
        now.halt().map(CaseCourse.Halt::code).orElse(null));
  }

  List<StepCount> steps() {
    return List.copyOf(steps.values());
  }

  Map<Time, Integer> times() {
    return times;
  }

  Map<Course, Integer> courses() {
    return courses;
  }

  /** Those whose number has changed. */
  Map<UnderWay, Integer> underWay() {
    underWay.values().removeIf(more -> more == 0);
    return underWay;
  }

  /** Of every case that something happened to; one in no step has ended. */
  List<OpenCase> cases() {
    return List.copyOf(open.values());
  }

  List<Prediction> predictions() {
    return predictions;
  }

  List<Settlement> settlements() {
    return settlements;
  }
}
