package org.sunlit.project;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import org.sunlit.edge.Address;
import org.sunlit.journal.Journal;
import org.sunlit.platform.Transactor;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.project.ProjectPhases.Ticket;

/**
 * Gives a project up before its first phase: nothing was applied for, so what it says of its
 * applicant is needed no longer (个人信息保护法第四十七条). Its code stays taken.
 */
@ApplicationScoped
class GivingUp {
  private final ProjectPhases phases;
  private final ProjectStore store;
  private final Journal journal;
  private final Transactor transactor;
  private final Clock clock;

  GivingUp(
      ProjectPhases phases,
      ProjectStore store,
      Journal journal,
      Transactor transactor,
      Clock clock) {
    this.phases = phases;
    this.store = store;
    this.journal = journal;
    this.transactor = transactor;
    this.clock = clock;
  }

  /**
   * Gives up the project that both codes open.
   *
   * @return fails with a {@link Problem}: 404 when the codes don't go together, 409 once a phase
   *     has begun or it was given up already
   */
  Uni<ProjectSeen> giveUp(Ticket ticket, String why, Address from) {
    return phases
        .track(ticket, from)
        .invoke(GivingUp::refuse)
        .chain(seen -> giveUp(seen.record(), why))
        .chain(() -> phases.track(ticket, from));
  }

  private Uni<Void> giveUp(ProjectRecord project, String why) {
    ProjectRecord.GivenUp ending = new ProjectRecord.GivenUp(clock.instant(), why);
    return transactor.write(
        session ->
            store
                .giveUp(session, project, ending)
                .chain(
                    () ->
                        journal.append(
                            session,
                            Projects.entry(
                                project.code(),
                                "project.givenUp",
                                ending.at(),
                                Map.of("why", why)))));
  }

  private static void refuse(ProjectSeen seen) {
    if (seen.record().givenUp() != null) {
      throw Problem.of(ProblemType.CONFLICT).detail("project.given-up");
    }
    if (!seen.untouched()) {
      throw Problem.of(ProblemType.CONFLICT).detail("project.begun");
    }
  }
}
