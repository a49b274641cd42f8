package org.sunlit.inforequest;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import org.sunlit.api.InfoRequestsApi;
import org.sunlit.api.model.InfoRequestAnswerPage;
import org.sunlit.api.model.InfoRequestDraft;
import org.sunlit.api.model.InfoRequestFigures;
import org.sunlit.api.model.InfoRequestKeys;
import org.sunlit.api.model.InfoRequestOwnCommand;
import org.sunlit.api.model.InfoRequestReceipt;
import org.sunlit.api.model.TrackedInfoRequest;
import org.sunlit.edge.Address;
import org.sunlit.identity.CurrentActor;
import org.sunlit.inforequest.rules.ApplicantKind;
import org.sunlit.inforequest.rules.OwnAction;
import org.sunlit.platform.TimeCursor;

/** Asking for information, and following what becomes of it. */
@PermitAll
class InfoRequestsResource implements InfoRequestsApi {
  private final InfoRequests requests;
  private final RequestCodes codes;
  private final RequestReads reads;
  private final RequestShapes shapes;
  private final RequestFigures figures;
  private final RequestPublications publications;
  private final CurrentActor currentActor;
  private final HttpServerRequest request;

  InfoRequestsResource(
      InfoRequests requests,
      RequestCodes codes,
      RequestReads reads,
      RequestShapes shapes,
      RequestFigures figures,
      RequestPublications publications,
      CurrentActor currentActor,
      HttpServerRequest request) {
    this.requests = requests;
    this.codes = codes;
    this.reads = reads;
    this.shapes = shapes;
    this.figures = figures;
    this.publications = publications;
    this.currentActor = currentActor;
    this.request = request;
  }

  @Override
  public Uni<InfoRequestReceipt> fileInfoRequest(InfoRequestDraft draft, String idempotencyKey) {
    return currentActor
        .orGuest()
        .chain(applicant -> requests.file(asked(draft), applicant, idempotencyKey))
        .map(RequestShapes::receipt);
  }

  static InfoRequests.Asked asked(InfoRequestDraft draft) {
    return new InfoRequests.Asked(
        draft.getDepartment(),
        ApplicantKind.of(draft.getApplicantKind().toString()),
        draft.getName(),
        draft.getIdentityNumber(),
        blankless(draft.getContact()),
        blankless(draft.getPhone()),
        blankless(draft.getEmail()),
        blankless(draft.getAddress()),
        draft.getTitle(),
        draft.getDescription(),
        draft.getForm().toString(),
        draft.getWay().toString(),
        draft.getSuggestsPublication());
  }

  static String blankless(String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  @Override
  public Uni<TrackedInfoRequest> trackInfoRequest(InfoRequestKeys keys) {
    return tracked(
        new InfoRequests.Keys(Address.of(request), keys.getNumber(), keys.getTrackingCode()));
  }

  private Uni<TrackedInfoRequest> tracked(InfoRequests.Keys keys) {
    String number = codes.mayTry(keys.from(), keys.number());
    return reads
        .find(number)
        .map(found -> found.orElseThrow(() -> codes.unknown(keys.from(), number)))
        .map(found -> codes.proved(keys.from(), found, keys.code()))
        .chain(reads::open)
        .map(shapes::tracked);
  }

  @Override
  public Uni<TrackedInfoRequest> actOnOwnInfoRequest(
      InfoRequestOwnCommand command, String idempotencyKey) {
    InfoRequests.Keys keys =
        new InfoRequests.Keys(Address.of(request), command.getNumber(), command.getTrackingCode());
    return requests
        .act(keys, OwnAction.of(command.getAction().toString()), command.getWords(), idempotencyKey)
        .chain(() -> tracked(keys));
  }

  @Override
  public Uni<InfoRequestAnswerPage> listInfoRequestAnswers(
      String department, Integer limit, String cursor) {
    return publications.newest(department, TimeCursor.read(cursor), limit);
  }

  @Override
  public Uni<InfoRequestFigures> getInfoRequestFigures(Integer year, String department) {
    return figures.of(year, department);
  }
}
