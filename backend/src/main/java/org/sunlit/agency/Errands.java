package org.sunlit.agency;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sunlit.agency.rules.AgentTask;
import org.sunlit.api.model.ClientApplication;
import org.sunlit.api.model.ClientSupplement;
import org.sunlit.api.model.OwnBooking;
import org.sunlit.api.model.TrackedCase;
import org.sunlit.appointment.ClientAppointments;
import org.sunlit.casework.ClientCases;
import org.sunlit.casework.ClientCases.Errand;
import org.sunlit.citizen.Citizens;
import org.sunlit.identity.Actor;
import org.sunlit.platform.Transactor;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * What an agent does for a client. Each looks at the mandate before, for a good answer, and has the
 * database look at it again in the same transaction, for one that ends meanwhile.
 */
@ApplicationScoped
class Errands {
  /** Of the database, when a mandate doesn't cover it (V45). */
  private static final String WITHOUT_MANDATE = "agent_without_mandate";

  private static final String COLLECTED_ALREADY = "agency_act_collected";

  /** How a case ends with something in writing to collect. */
  private static final Set<String> WITH_A_RESULT = Set.of("granted", "refused", "notAccepted");

  private final Agencies agencies;
  private final AgencyWork work;
  private final Citizens citizens;
  private final ClientCases cases;
  private final ClientAppointments appointments;
  private final Transactor transactor;
  private final Clock clock;

  Errands(
      Agencies agencies,
      AgencyWork work,
      Citizens citizens,
      ClientCases cases,
      ClientAppointments appointments,
      Transactor transactor,
      Clock clock) {
    this.agencies = agencies;
    this.work = work;
    this.citizens = citizens;
    this.cases = cases;
    this.appointments = appointments;
    this.transactor = transactor;
    this.clock = clock;
  }

  /**
   * Somebody of the agency service, at work.
   *
   * @param session null outside one
   */
  record Worker(Actor actor, UUID session) {}

  /**
   * A client's case as their agent sees it.
   *
   * @param possible what the agent can do with it now
   * @param acts what was done with it by the mandate, the latest first
   */
  record Shown(TrackedCase tracked, List<AgentTask> possible, List<AgencyWork.Act> acts) {}

  /** Applies: the number of what becomes the client's own case. */
  Uni<String> apply(UUID id, ClientApplication application, Worker worker, String key) {
    return errand(id, AgentTask.APPLY, worker)
        .chain(errand -> cases.apply(application, errand, key))
        .onFailure(Errands::withoutMandate)
        .transform(ended -> notCovered());
  }

  /** A case begun by the mandate. */
  Uni<Shown> show(UUID id, String typedNumber, Worker worker) {
    return agencies
        .ofAgent(id, worker.actor())
        .invoke(agency -> need(agency.mandate().holds(agencies.today())))
        .chain(agency -> show(agency, ClientCases.number(typedNumber), worker));
  }

  private Uni<Shown> show(Agency agency, String number, Worker worker) {
    return begun(agency.id(), number)
        .chain(() -> errand(agency, worker))
        .chain(errand -> cases.show(number, errand))
        .chain(tracked -> work.acts(agency.id()).map(acts -> shown(agency, tracked, acts)));
  }

  private Shown shown(Agency agency, TrackedCase tracked, List<AgencyWork.Act> acts) {
    List<AgencyWork.Act> here =
        acts.stream().filter(act -> tracked.getCaseNumber().equals(act.caseNumber())).toList();
    String state = tracked.getState().toString();
    boolean collected = here.stream().anyMatch(act -> act.task() == AgentTask.COLLECT);
    return new Shown(
        tracked,
        List.of(AgentTask.SUPPLEMENT, AgentTask.COLLECT).stream()
            .filter(task -> agency.mandate().covers(task, agencies.today()))
            .filter(
                task ->
                    task == AgentTask.SUPPLEMENT
                        ? state.equals("inCorrection")
                        : WITH_A_RESULT.contains(state) && !collected)
            .toList(),
        here);
  }

  /** Hands in what a correction notice asked for. */
  Uni<Shown> supplement(
      UUID id, String typedNumber, ClientSupplement supplement, Worker worker, String key) {
    String number = ClientCases.number(typedNumber);
    return errand(id, AgentTask.SUPPLEMENT, worker)
        .call(() -> begun(id, number))
        .chain(errand -> cases.supplement(number, supplement, errand, key))
        .onFailure(Errands::withoutMandate)
        .transform(ended -> notCovered())
        .chain(() -> show(id, number, worker));
  }

  /**
   * Says that the result was collected, to be handed over to the client.
   *
   * @return fails with 409 while there is none, or when it was collected already
   */
  Uni<Shown> collect(UUID id, String typedNumber, Worker worker) {
    String number = ClientCases.number(typedNumber);
    return errand(id, AgentTask.COLLECT, worker)
        .chain(() -> show(id, number, worker))
        .invoke(
            shown -> {
              if (!shown.possible().contains(AgentTask.COLLECT)) {
                throw Problem.of(ProblemType.CONFLICT).detail("agency.nothing-to-collect");
              }
            })
        .chain(
            () ->
                transactor.write(
                    session ->
                        work.record(session, id, AgentTask.COLLECT, number, null, clock.instant())))
        .onFailure(Errands::withoutMandate)
        .transform(ended -> notCovered())
        .onFailure(failure -> says(failure, COLLECTED_ALREADY))
        .transform(twice -> Problem.of(ProblemType.CONFLICT).detail("agency.nothing-to-collect"))
        .chain(() -> show(id, number, worker));
  }

  /** Books: the number of what becomes the client's own appointment. */
  Uni<String> book(UUID id, OwnBooking booking, Worker worker, String key) {
    return errand(id, AgentTask.BOOK, worker)
        .chain(
            errand ->
                appointments.book(
                    booking,
                    errand.client(),
                    key,
                    (session, number) ->
                        work.record(session, id, AgentTask.BOOK, null, number, clock.instant())))
        .onFailure(Errands::withoutMandate)
        .transform(ended -> notCovered());
  }

  /** Fails with 404 for somebody else's client, 403 when the mandate doesn't cover it today. */
  private Uni<Errand> errand(UUID id, AgentTask task, Worker worker) {
    return agencies
        .ofAgent(id, worker.actor())
        .invoke(agency -> need(agency.mandate().covers(task, agencies.today())))
        .chain(agency -> errand(agency, worker));
  }

  private Uni<Errand> errand(Agency agency, Worker worker) {
    return citizens
        .own(agency.principal())
        .map(client -> new Errand(worker.actor(), worker.session(), client, agency.id()));
  }

  private Uni<Boolean> begun(UUID id, String number) {
    return work.begun(id, number)
        .invoke(
            begun -> {
              if (!begun) {
                throw Problem.of(ProblemType.NOT_FOUND);
              }
            });
  }

  private static void need(boolean covered) {
    if (!covered) {
      throw notCovered();
    }
  }

  private static Problem notCovered() {
    return Problem.of(ProblemType.FORBIDDEN).detail("agency.not-covered");
  }

  private static boolean withoutMandate(Throwable failure) {
    return says(failure, WITHOUT_MANDATE);
  }

  private static boolean says(Throwable failure, String constraint) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause.getMessage() != null && cause.getMessage().contains(constraint)) {
        return true;
      }
    }
    return false;
  }
}
