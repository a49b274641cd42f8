package org.sunlit.casework;

import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.casework.rules.CaseDeadlines;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.casework.rules.Standing;

/**
 * A case folded: where it stands and when it is due.
 *
 * @param calendar what its deadlines were counted by
 */
record CaseNow(
    StoredCase stored,
    CaseBasis basis,
    Standing standing,
    CaseDeadlines deadlines,
    WorkingCalendar calendar) {
  static CaseNow of(StoredCase stored, CaseBasis version, WorkingCalendar calendar) {
    CaseBasis basis = version.after(stored.events());
    Standing standing = Standing.of(basis.terms(), basis.former(), stored.events());
    return new CaseNow(
        stored, basis, standing, CaseDeadlines.of(standing, basis.terms(), calendar), calendar);
  }

  String number() {
    return stored.caseNumber();
  }

  int version() {
    return standing.version();
  }

  CaseEvent lastEvent() {
    return stored.events().get(stored.events().size() - 1);
  }

  CaseChanged changed() {
    return new CaseChanged(
        number(), version(), standing.state(), standing.currentSteps().get(0).id());
  }
}
