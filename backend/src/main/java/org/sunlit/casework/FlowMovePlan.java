package org.sunlit.casework;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.casework.rules.DefinitionMove;
import org.sunlit.casework.rules.Handler;
import org.sunlit.casework.rules.MoveCheck;
import org.sunlit.casework.rules.MoveObstacle;
import org.sunlit.casework.rules.Occurrences;
import org.sunlit.powerlist.flow.FlowDefinition;

/**
 * How running cases go from one version of an item to another. What is previewed and what is
 * carried out is this same plan. Pure.
 *
 * @param steps for each step of the former flow the one that stands for it
 */
record FlowMovePlan(CaseBasis from, CaseBasis to, Map<String, String> steps) {
  /** What keeps a case from being moved; empty when it may be. */
  Optional<MoveObstacle> obstacle(CaseNow now) {
    if (!now.stored().itemVersionId().equals(from.item().versionId())) {
      return Optional.of(MoveObstacle.NOT_ON_THIS_VERSION);
    }
    if (now.stored().jointNumber() != null) {
      return Optional.of(MoveObstacle.JOINT);
    }
    return MoveCheck.obstacle(now.standing(), to.terms().flow(), steps);
  }

  /** The steps it would stand in. */
  List<String> landing(CaseNow now) {
    return MoveCheck.landing(now.standing(), steps);
  }

  /** The case as it stands once it has been moved. */
  CaseNow moved(CaseNow before, Instant at, Handler by, Handler second, WorkingCalendar calendar) {
    Limit limit = MoveCheck.limit(before.basis().terms().limit(), to.terms().limit());
    DefinitionMove move =
        new DefinitionMove(
            from.item().versionId(),
            from.item().versionNumber(),
            to.item().versionId(),
            to.item().versionNumber(),
            steps);
    CaseEvent event = Occurrences.moved(before.standing(), move, limit, at, by, null);
    Map<UUID, FlowDefinition> former = new HashMap<>(before.basis().former());
    former.put(from.item().versionId(), from.item().flow());
    return CaseNow.of(
        before.stored().after(event.confirmed(second), List.of()), to.movedFrom(former), calendar);
  }
}
