package org.sunlit.demo;

import java.util.List;
import java.util.Map;
import org.sunlit.powerlist.flow.StepKind;

/**
 * How the demonstration city's days go: what is applied for, how often something is missing, late
 * or refused.
 *
 * @param notAppliedFor patterns of items that the authority starts by itself
 * @param itemWeights how often each item is applied for; the first pattern that matches counts
 * @param arrivalsByHour share of a working day's applications in each hour, 0 to 23
 * @param shareAtTheWindow share of applications handed in on paper
 * @param refusedByItem chances of a refusal that differ from the usual one
 * @param latenessByDepartment factor on the chance of being late
 * @param paceShares how many cases are handled at which pace
 * @param shareOfTheStepLimit how much of a step's limit is used at which pace, by code of the
 *     step's kind
 */
record DemoHabits(
    List<String> notAppliedFor,
    List<Weight> itemWeights,
    Map<Integer, Double> arrivalsByHour,
    double shareAtTheWindow,
    Chances chances,
    List<ItemChance> refusedByItem,
    Map<String, Double> latenessByDepartment,
    Map<Pace, Double> paceShares,
    Map<String, Map<Pace, Double>> shareOfTheStepLimit,
    Texts texts) {

  /** A pattern such as {@code MAR-LIC-*} and its weight. */
  record Weight(String item, double weight) {}

  /** A pattern and a chance. */
  record ItemChance(String item, double chance) {}

  /** Chances per case, and for named choices of a flow. */
  record Chances(
      double correctionRequested,
      double notAccepted,
      double refused,
      double withdrawn,
      double returned,
      double late,
      Map<String, Double> choices) {}

  /** Words that clerks and applicants use. */
  record Texts(
      List<String> corrections,
      List<String> refusals,
      List<String> returns,
      List<String> notAccepted,
      List<String> withdrawals,
      List<Subject> subjects) {}

  /** What an application for an item is about. */
  record Subject(String item, String text) {}

  /** The weight of an item; 0 for one that nobody applies for. */
  double weight(String itemCode) {
    if (notAppliedFor.stream().anyMatch(pattern -> matches(pattern, itemCode))) {
      return 0;
    }
    return itemWeights.stream()
        .filter(weight -> matches(weight.item(), itemCode))
        .findFirst()
        .map(Weight::weight)
        .orElse(0.0);
  }

  double refusalChance(String itemCode) {
    return refusedByItem.stream()
        .filter(chance -> matches(chance.item(), itemCode))
        .findFirst()
        .map(ItemChance::chance)
        .orElse(chances.refused());
  }

  double latenessChance(String departmentCode) {
    return chances.late() * latenessByDepartment.getOrDefault(departmentCode, 1.0);
  }

  double shareOfLimit(StepKind kind, Pace pace) {
    Map<Pace, Double> shares = shareOfTheStepLimit.get(kind.code());
    return shares == null ? 0.1 : shares.get(pace);
  }

  String subject(String itemCode) {
    return texts.subjects().stream()
        .filter(subject -> matches(subject.item(), itemCode))
        .findFirst()
        .map(Subject::text)
        .orElse(null);
  }

  private static boolean matches(String pattern, String itemCode) {
    return itemCode.matches(pattern.replace("*", ".*"));
  }
}
