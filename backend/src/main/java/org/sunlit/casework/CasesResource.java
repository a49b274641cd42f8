package org.sunlit.casework;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.UUID;
import org.sunlit.api.CasesApi;
import org.sunlit.api.model.ActionCommand;
import org.sunlit.api.model.CaseFile;
import org.sunlit.api.model.CasePage;
import org.sunlit.api.model.CaseState;
import org.sunlit.api.model.DueSpan;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.casework.rules.CaseAction;
import org.sunlit.casework.rules.CaseCommand;
import org.sunlit.casework.rules.CaseNumbers;
import org.sunlit.casework.rules.MissingMaterial;
import org.sunlit.casework.rules.ReviewDecision;
import org.sunlit.identity.Actor;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.EntityVersions;
import org.sunlit.privacy.AccessTrail;
import org.sunlit.privacy.Look;
import org.sunlit.privacy.LookKind;
import org.sunlit.problem.Language;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** The clerks' side of a case. Which cases and steps are whose is decided by {@link CaseRights}. */
class CasesResource implements CasesApi {
  private static final String DEPARTMENT_SCOPE = "department";

  private final CaseService cases;
  private final CaseList list;
  private final MaterialFiles files;
  private final Documents documents;
  private final Unmaskings unmaskings;
  private final AccessTrail trail;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;

  CasesResource(
      CaseService cases,
      CaseList list,
      MaterialFiles files,
      Documents documents,
      Unmaskings unmaskings,
      AccessTrail trail,
      CurrentActor currentActor,
      CurrentVertxRequest currentRequest) {
    this.cases = cases;
    this.list = list;
    this.files = files;
    this.documents = documents;
    this.unmaskings = unmaskings;
    this.trail = trail;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CASES_READ)
  public Uni<CasePage> listCases(
      String scope, CaseState state, DueSpan due, String q, Integer limit, String cursor) {
    return list.page(
        new CaseList.Asked(
            mine(scope),
            state == null ? null : state.toString(),
            due == null ? null : due.toString(),
            q,
            limit,
            cursor),
        currentActor.get());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CASES_READ)
  public Uni<CaseFile> getCase(String caseNumber) {
    RoutingContext http = currentRequest.getCurrent();
    Actor actor = currentActor.get();
    UUID session = currentActor.sessionOrNull();
    return cases
        .show(number(caseNumber), actor)
        .chain(
            now ->
                unmaskings
                    .of(now.number(), actor)
                    .call(unmasked -> trail.write(unmasked.look(now.number(), actor, session)))
                    .chain(unmasked -> answer(http, now, actor, unmasked)));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CASES_ACT)
  public Uni<CaseFile> actOnCase(
      String caseNumber,
      org.sunlit.api.model.CaseAction action,
      ActionCommand command,
      String idempotencyKey,
      String ifMatch) {
    RoutingContext http = currentRequest.getCurrent();
    Actor actor = currentActor.get();
    ActCommand wanted =
        new ActCommand(number(caseNumber), EntityVersions.seen(ifMatch), command(action, command));
    // Acting isn't looking: the answer has everything masked, and the page asks again.
    return cases
        .act(wanted, actor, idempotencyKey)
        .chain(now -> answer(http, now, actor, Unmasked.NOTHING));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CASES_READ)
  public Uni<Buffer> downloadMaterial(String caseNumber, UUID materialId) {
    RoutingContext http = currentRequest.getCurrent();
    Actor actor = currentActor.get();
    Look look =
        Look.by(actor, currentActor.sessionOrNull(), LookKind.MATERIAL_OPENED)
            .in(number(caseNumber))
            .at(materialId);
    return files
        .find(number(caseNumber), materialId, new CaseRights(actor))
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .call(() -> trail.write(look))
        .map(
            stored -> {
              http.response()
                  .putHeader("Content-Disposition", FileNames.attachment(stored.fileName()))
                  .putHeader("X-Content-Type-Options", "nosniff")
                  .putHeader("Content-Security-Policy", "sandbox; default-src 'none'")
                  .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
              return stored.content();
            });
  }

  private Uni<CaseFile> answer(RoutingContext http, CaseNow now, Actor actor, Unmasked unmasked) {
    http.response().putHeader(HttpHeaders.ETAG, EntityVersions.tag(now.version()));
    Language language = Language.of(http.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    return documents.file(now, new CaseRights(actor), language, unmasked);
  }

  private static boolean mine(String scope) {
    if (DEPARTMENT_SCOPE.equals(scope)) {
      return false;
    }
    if (scope == null || scope.equals("mine")) {
      return true;
    }
    throw Problem.of(ProblemType.INVALID_REQUEST)
        .at("scope", "field.unknown-value", "mine, " + DEPARTMENT_SCOPE);
  }

  /** A number that can't be anybody's is nobody's case. */
  private static String number(String caseNumber) {
    return CaseNumbers.read(caseNumber).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }

  private static CaseCommand command(
      org.sunlit.api.model.CaseAction action, ActionCommand command) {
    return CaseCommand.plain(CaseAction.of(action.toString()))
        .in(command.getStep())
        .by(command.getOutcome())
        .granting(
            command.getDecision() == null
                ? null
                : command.getDecision() == ActionCommand.DecisionEnum.GRANT)
        .backTo(command.getToStep())
        .saying(command.getReason())
        .on(command.getGround() == null ? command.getGreenGround() : command.getGround().toString())
        .byDays(command.getDays())
        .asking(missing(command))
        .bringing(command.getMaterials())
        .because(review(command.getReview()))
        .confirmingRisk(Boolean.TRUE.equals(command.getConfirmedRisk()));
  }

  private static ReviewDecision review(org.sunlit.api.model.ReviewDecision said) {
    return said == null
        ? null
        : new ReviewDecision(
            ReviewDecision.Kind.of(said.getKind().toString()),
            said.getAuthority().strip(),
            said.getDocumentNumber().strip(),
            said.getDecidedOn(),
            said.getFormer() == org.sunlit.api.model.ReviewDecision.FormerEnum.WITHDRAWN,
            said.getClockFrom(),
            said.getLimit() == null
                ? null
                : new Limit(
                    said.getLimit().getAmount(),
                    LimitUnit.of(said.getLimit().getUnit().toString())));
  }

  private static List<MissingMaterial> missing(ActionCommand command) {
    return command.getMissing() == null
        ? List.of()
        : command.getMissing().stream()
            .map(one -> new MissingMaterial(one.getMaterialCode(), one.getWhat()))
            .toList();
  }
}
