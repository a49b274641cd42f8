package org.sunlit.clue.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * What the investigator proposes, or the head decides, without its words.
 *
 * @param sanctions what follows; empty unless {@link Outcome#SANCTIONED}
 * @param ground why a mistake is tolerated; null unless {@link Outcome#TOLERATED}
 */
public record Finding(Outcome outcome, List<Sanction> sanctions, ToleranceGround ground) {
  /** What is wrong with one. */
  public enum Flaw {
    SANCTION_MISSING,
    SANCTION_WITHOUT_NEED,
    /** beyond what the office may decide: it has to be handed over */
    SANCTION_TOO_GRAVE,
    /** two 政务处分 at once: the gravest is given */
    SEVERAL_ADMINISTRATIVE,
    GROUND_MISSING,
    GROUND_WITHOUT_NEED,
    /** nobody is named, so nobody can be cleared, excused or sanctioned */
    NOBODY
  }

  public Finding {
    sanctions = sanctions == null ? List.of() : sanctions.stream().distinct().sorted().toList();
  }

  /** What there is to say against it; empty when it can stand. */
  public List<Flaw> flaws(Sanction gravest, boolean somebodyNamed) {
    boolean sanctioned = outcome == Outcome.SANCTIONED;
    boolean tolerated = outcome == Outcome.TOLERATED;
    List<Flaw> flaws = new ArrayList<>();
    add(flaws, sanctioned && sanctions.isEmpty(), Flaw.SANCTION_MISSING);
    add(flaws, !sanctioned && !sanctions.isEmpty(), Flaw.SANCTION_WITHOUT_NEED);
    add(flaws, sanctions.stream().anyMatch(each -> !each.within(gravest)), Flaw.SANCTION_TOO_GRAVE);
    add(
        flaws,
        sanctions.stream().filter(Sanction::administrative).count() > 1,
        Flaw.SEVERAL_ADMINISTRATIVE);
    add(flaws, tolerated && ground == null, Flaw.GROUND_MISSING);
    add(flaws, !tolerated && ground != null, Flaw.GROUND_WITHOUT_NEED);
    add(flaws, (sanctioned || outcome == Outcome.CLEARED) && !somebodyNamed, Flaw.NOBODY);
    return flaws;
  }

  private static void add(List<Flaw> flaws, boolean wrong, Flaw flaw) {
    if (wrong) {
      flaws.add(flaw);
    }
  }
}
