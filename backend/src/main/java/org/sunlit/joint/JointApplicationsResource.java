package org.sunlit.joint;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.UUID;
import org.sunlit.api.JointApplicationsApi;
import org.sunlit.api.model.JointApplication;
import org.sunlit.api.model.JointApplicationPage;
import org.sunlit.api.model.JointFile;
import org.sunlit.api.model.JointMeetingCall;
import org.sunlit.api.model.JointMinutes;
import org.sunlit.api.model.JointOpinion;
import org.sunlit.api.model.JointReceipt;
import org.sunlit.api.model.JointStatement;
import org.sunlit.casework.CasesTogether;
import org.sunlit.casework.rules.MissingMaterial;
import org.sunlit.identity.Actor;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.joint.rules.JointEvent;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * The departments' side of joint applications. Which are whose is decided by {@link JointStore},
 * what they may do by {@link JointMembers}.
 */
class JointApplicationsResource implements JointApplicationsApi {
  private static final String LEAD = "lead";
  private static final String JOINED = "joined";

  private final JointApplications applications;
  private final JointThemes themes;
  private final JointStore store;
  private final JointChanges changes;
  private final JointHandling handling;
  private final JointMeetings meetings;
  private final JointList list;
  private final CasesTogether cases;
  private final CurrentActor currentActor;
  private final HttpServerRequest request;

  JointApplicationsResource(
      JointApplications applications,
      JointThemes themes,
      JointStore store,
      JointChanges changes,
      JointHandling handling,
      JointMeetings meetings,
      JointList list,
      CasesTogether cases,
      CurrentActor currentActor,
      HttpServerRequest request) {
    this.applications = applications;
    this.themes = themes;
    this.store = store;
    this.changes = changes;
    this.handling = handling;
    this.meetings = meetings;
    this.list = list;
    this.cases = cases;
    this.currentActor = currentActor;
    this.request = request;
  }

  @Override
  @PermitAll
  public Uni<JointReceipt> applyJointly(JointApplication application, String idempotencyKey) {
    return applications
        .apply(JointForms.command(application), Actor.GUEST, idempotencyKey)
        .chain(
            receipt ->
                themes
                    .inForce(application.getThemeCode())
                    .map(
                        theme ->
                            JointForms.receipt(
                                receipt, application.getApplicant().getName(), theme)))
        .invoke(
            receipt ->
                request
                    .response()
                    .putHeader(
                        HttpHeaders.LOCATION,
                        "/api/v1/joint-applications/" + receipt.getJointNumber()));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CASES_READ)
  public Uni<JointApplicationPage> listJointApplications(
      String role, Boolean open, Integer limit, String cursor) {
    return list.page(currentActor.get(), lead(role), !Boolean.FALSE.equals(open), limit, cursor);
  }

  private static Boolean lead(String role) {
    if (role == null) {
      return null;
    }
    return switch (role) {
      case LEAD -> true;
      case JOINED -> false;
      default ->
          throw Problem.of(ProblemType.INVALID_REQUEST)
              .at("role", "field.unknown-value", LEAD + ", " + JOINED);
    };
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CASES_READ)
  public Uni<JointFile> getJointApplication(String jointNumber) {
    Actor actor = currentActor.get();
    return store
        .find(number(jointNumber), actor)
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .chain(changes::see)
        .map(seen -> JointViews.file(seen, actor, cases));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CASES_ACT)
  public Uni<JointFile> stateOnJointCase(
      String jointNumber, JointStatement statement, String idempotencyKey) {
    Actor actor = currentActor.get();
    return answer(
        handling.stated(
            new JointHandling.Statement(
                number(jointNumber),
                statement.getCaseNumber(),
                missing(statement),
                Boolean.TRUE.equals(statement.getConfirmedRisk())),
            actor,
            idempotencyKey),
        actor);
  }

  private static List<MissingMaterial> missing(JointStatement statement) {
    return statement.getMissing().stream()
        .map(one -> new MissingMaterial(one.getMaterialCode(), one.getWhat()))
        .toList();
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CASES_ACT)
  public Uni<JointFile> sendJointNotice(String jointNumber, String idempotencyKey) {
    Actor actor = currentActor.get();
    return answer(handling.noticeSent(number(jointNumber), actor, idempotencyKey), actor);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CASES_ACT)
  public Uni<JointFile> startJointly(String jointNumber, String idempotencyKey) {
    Actor actor = currentActor.get();
    return answer(handling.started(number(jointNumber), actor, idempotencyKey), actor);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CASES_ACT)
  public Uni<JointFile> conveneJointMeeting(
      String jointNumber, JointMeetingCall call, String idempotencyKey) {
    Actor actor = currentActor.get();
    return answer(
        meetings.convene(
            number(jointNumber),
            new JointMeetings.Call(
                call.getHeldAt().toInstant(),
                call.getPlace(),
                call.getAgenda(),
                call.getDepartments()),
            actor,
            idempotencyKey),
        actor);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CASES_ACT)
  public Uni<JointFile> giveJointOpinion(
      String jointNumber, UUID meetingId, JointOpinion opinion, String idempotencyKey) {
    Actor actor = currentActor.get();
    JointEvent.View view =
        switch (opinion.getView()) {
          case AGREES -> JointEvent.View.AGREES;
          case AGREES_WITH_CONDITIONS -> JointEvent.View.AGREES_WITH_CONDITIONS;
          case OBJECTS -> JointEvent.View.OBJECTS;
        };
    return answer(
        meetings.giveOpinion(
            number(jointNumber),
            meetingId,
            new JointMeetings.Opinion(view, opinion.getWords(), opinion.getDepartmentCode()),
            actor,
            idempotencyKey),
        actor);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CASES_ACT)
  public Uni<JointFile> keepJointMinutes(
      String jointNumber, UUID meetingId, JointMinutes minutes, String idempotencyKey) {
    Actor actor = currentActor.get();
    return answer(
        meetings.keepMinutes(
            number(jointNumber), meetingId, minutes.getMinutes(), actor, idempotencyKey),
        actor);
  }

  private Uni<JointFile> answer(Uni<JointSeen> done, Actor actor) {
    return done.map(seen -> JointViews.file(seen, actor, cases));
  }

  /** A number that can't be anybody's is nobody's joint application. */
  private static String number(String jointNumber) {
    return JointHolders.number(jointNumber).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }
}
