package org.sunlit.supervision.centre;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.UUID;
import org.sunlit.api.SupervisionCentreApi;
import org.sunlit.api.model.Acknowledgement;
import org.sunlit.api.model.ClockState;
import org.sunlit.api.model.SupervisedCases;
import org.sunlit.api.model.SupervisionCentre;
import org.sunlit.identity.Actor;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.supervision.FindingReader;
import org.sunlit.supervision.centre.CentreReads.Asked;

/** The supervision centre, as far as somebody reaches. */
class CentreResource implements SupervisionCentreApi {
  private static final int MOST_CASES = 200;

  private final Centre centre;
  private final CentreReads reads;
  private final Alarms alarms;
  private final CentreShapes shapes;
  private final CurrentActor currentActor;
  private final Clock clock;

  CentreResource(
      Centre centre,
      CentreReads reads,
      Alarms alarms,
      CentreShapes shapes,
      CurrentActor currentActor,
      Clock clock) {
    this.centre = centre;
    this.reads = reads;
    this.alarms = alarms;
    this.shapes = shapes;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.FINDINGS_READ)
  public Uni<SupervisionCentre> getSupervisionCentre(String department, String region) {
    FindingReader reader = new FindingReader(currentActor.get(), false);
    return centre
        .seen(new Asked(reader.reach(), department, region), reader)
        .map(seen -> shapes.centre(seen, region));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.FINDINGS_READ)
  public Uni<SupervisedCases> listSupervisedCases(
      String department, String region, ClockState state) {
    Actor actor = currentActor.get();
    return reads
        .cases(
            new Asked(new FindingReader(actor, false).reach(), department, region),
            state == null ? null : state.toString(),
            clock.instant(),
            MOST_CASES)
        .map(CentreShapes::cases);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CARDS_SUPERVISE)
  public Uni<Acknowledgement> acknowledgeFinding(UUID findingId) {
    return alarms.acknowledge(findingId, currentActor.get()).map(CentreShapes::seen);
  }
}
