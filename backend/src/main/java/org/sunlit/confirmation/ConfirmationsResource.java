package org.sunlit.confirmation;

import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.sunlit.api.ConfirmationsApi;
import org.sunlit.api.model.Confirmation;
import org.sunlit.api.model.ConfirmationNote;
import org.sunlit.api.model.ConfirmationPage;
import org.sunlit.api.model.Refusal;
import org.sunlit.identity.Actor;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** What waits for a second person, for whoever asked and whoever may decide. */
class ConfirmationsResource implements ConfirmationsApi {
  private static final String TO_DECIDE = "toDecide";
  private static final String ASKED = "asked";

  private final Confirmations confirmations;
  private final CurrentActor currentActor;

  ConfirmationsResource(Confirmations confirmations, CurrentActor currentActor) {
    this.confirmations = confirmations;
    this.currentActor = currentActor;
  }

  @Override
  @Authenticated
  public Uni<ConfirmationPage> listConfirmations(String box, Integer limit, String cursor) {
    Actor actor = currentActor.get();
    ConfirmationCursor after = ConfirmationCursor.read(cursor);
    return (asked(box)
            ? confirmations.askedBy(actor, limit, after)
            : confirmations.toDecide(actor, limit, after))
        .map(
            part ->
                new ConfirmationPage()
                    .items(part.items().stream().map(one -> shown(one, actor)).toList())
                    .total((int) part.total())
                    .nextCursor(part.next() == null ? null : part.next().write()));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CONFIRM)
  public Uni<Confirmation> confirmRequest(UUID id, ConfirmationNote note) {
    Actor actor = currentActor.get();
    return confirmations.confirm(id, said(note), actor).map(one -> shown(one, actor));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CONFIRM)
  public Uni<Confirmation> declineRequest(UUID id, Refusal refusal) {
    Actor actor = currentActor.get();
    return confirmations.decline(id, refusal.getNote(), actor).map(one -> shown(one, actor));
  }

  @Override
  @Authenticated
  public Uni<Confirmation> withdrawRequest(UUID id, ConfirmationNote note) {
    Actor actor = currentActor.get();
    return confirmations.withdraw(id, said(note), actor).map(one -> shown(one, actor));
  }

  private static String said(ConfirmationNote note) {
    return note == null ? null : note.getNote();
  }

  private static boolean asked(String box) {
    if (box == null || box.equals(TO_DECIDE)) {
      return false;
    }
    if (box.equals(ASKED)) {
      return true;
    }
    throw Problem.of(ProblemType.INVALID_REQUEST)
        .at("box", "field.unknown-value", TO_DECIDE + ", " + ASKED);
  }

  private Confirmation shown(ConfirmationRequest request, Actor actor) {
    boolean open = request.state() == ConfirmationState.OPEN;
    boolean own = request.requestedBy().equals(actor.accountId());
    return new Confirmation()
        .id(request.id())
        .kind(request.kind())
        .subject(request.subject())
        .departmentCode(request.departmentCode())
        .regionCode(request.regionCode())
        .requestedBy(request.requestedByName())
        .requestedByEn(request.requestedByNameEn())
        .reason(request.reason())
        .details(confirmations.details(request))
        .requestedAt(CityTime.offset(request.requestedAt()))
        .expiresAt(CityTime.offset(request.expiresAt()))
        .state(org.sunlit.api.model.ConfirmationState.fromValue(request.state().code()))
        .decidedBy(request.decidedByName())
        .decidedByEn(request.decidedByNameEn())
        .decidedAt(CityTime.offset(request.decidedAt()))
        .note(request.note())
        .mayDecide(open && !own)
        .mayWithdraw(open && own);
  }
}
