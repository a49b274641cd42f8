package org.sunlit.casework;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.TreeMap;
import org.sunlit.api.FlowMovesApi;
import org.sunlit.api.model.FlowMoveAsked;
import org.sunlit.api.model.FlowMoveCase;
import org.sunlit.api.model.FlowMoveObstacle;
import org.sunlit.api.model.FlowMovePreview;
import org.sunlit.api.model.FlowMoveProposal;
import org.sunlit.api.model.FlowMoveStep;
import org.sunlit.api.model.NewFlowMove;
import org.sunlit.api.model.StepKind;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowLanguage;
import org.sunlit.powerlist.flow.FlowStep;

/** Moves of running cases to another version of their item, for those who keep the power list. */
@PermissionsAllowed(Permission.Codes.POWER_LIST_EDIT)
class FlowMovesResource implements FlowMovesApi {
  private static final int CREATED = 201;

  private final FlowMoves moves;
  private final FlowMoveList list;
  private final CurrentActor actor;
  private final CurrentVertxRequest request;

  FlowMovesResource(
      FlowMoves moves, FlowMoveList list, CurrentActor actor, CurrentVertxRequest request) {
    this.moves = moves;
    this.list = list;
    this.actor = actor;
    this.request = request;
  }

  @Override
  public Uni<FlowMovePreview> previewFlowMove(FlowMoveProposal proposal) {
    FlowMoves.Wanted wanted =
        new FlowMoves.Wanted(
            proposal.getItemCode(),
            proposal.getFromVersion(),
            proposal.getToVersion(),
            proposal.getSteps(),
            null);
    return moves.preview(wanted, actor.get()).map(FlowMovesResource::shown);
  }

  @Override
  public Uni<FlowMoveAsked> askForFlowMove(NewFlowMove move) {
    RoutingContext http = request.getCurrent();
    FlowMoves.Wanted wanted =
        new FlowMoves.Wanted(
            move.getItemCode(),
            move.getFromVersion(),
            move.getToVersion(),
            move.getSteps(),
            move.getReason().strip());
    return moves
        .ask(wanted, actor.get())
        .map(
            id -> {
              http.response().setStatusCode(CREATED);
              return new FlowMoveAsked().confirmationId(id);
            });
  }

  @Override
  public Uni<org.sunlit.api.model.FlowMoves> listFlowMoves(String item) {
    return list.newest(item);
  }

  private static FlowMovePreview shown(FlowMoves.Preview preview) {
    FlowMovePlan plan = preview.plan();
    return new FlowMovePreview()
        .itemCode(plan.from().item().code())
        .itemName(plan.from().item().name())
        .itemNameEn(plan.from().item().nameEn())
        .fromVersion(plan.from().item().versionNumber())
        .toVersion(plan.to().item().versionNumber())
        .steps(new TreeMap<>(plan.steps()))
        .former(steps(plan.from().item().flow()))
        .latter(steps(plan.to().item().flow()))
        .total(preview.total())
        .cases(preview.cases().stream().map(FlowMovesResource::shown).toList());
  }

  private static List<FlowMoveStep> steps(FlowDefinition flow) {
    return flow.steps().stream()
        .map(
            step ->
                new FlowMoveStep()
                    .id(step.id())
                    .kind(StepKind.fromValue(step.kind().code()))
                    .name(flow.fullName(step, FlowLanguage.ZH))
                    .nameEn(flow.fullName(step, FlowLanguage.EN)))
        .toList();
  }

  private static FlowMoveCase shown(FlowMoves.Shown one) {
    return new FlowMoveCase()
        .caseNumber(one.now().number())
        .at(one.now().standing().currentSteps().stream().map(FlowStep::id).toList())
        .to(one.landing())
        .dueAt(one.now().deadlines().dueAt().map(CityTime::offset).orElse(null))
        .newDueAt(
            one.moved()
                .flatMap(moved -> moved.deadlines().dueAt())
                .map(CityTime::offset)
                .orElse(null))
        .obstacle(
            one.obstacle() == null ? null : FlowMoveObstacle.fromValue(one.obstacle().code()));
  }
}
