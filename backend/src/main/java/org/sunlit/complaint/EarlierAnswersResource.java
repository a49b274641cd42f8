package org.sunlit.complaint;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.sunlit.api.EarlierAnswersApi;
import org.sunlit.api.model.AnswerWithdrawal;
import org.sunlit.api.model.EarlierAnswerImport;
import org.sunlit.api.model.EarlierAnswerPreview;
import org.sunlit.identity.Actor;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.problem.Language;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Bringing earlier messages with their answers in, and how long those waited. */
class EarlierAnswersResource implements EarlierAnswersApi {
  private static final String OF = "/api/v1/earlier-answers/imports/";

  private final EarlierImports imports;
  private final EarlierStore store;
  private final EarlierFigures figures;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;

  EarlierAnswersResource(
      EarlierImports imports,
      EarlierStore store,
      EarlierFigures figures,
      CurrentActor currentActor,
      CurrentVertxRequest currentRequest) {
    this.imports = imports;
    this.store = store;
    this.figures = figures;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
  }

  private Language language() {
    return Language.of(
        currentRequest.getCurrent().request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.COMPLAINTS_SCREEN)
  public Uni<EarlierAnswerPreview> previewEarlierAnswers(FileUpload file) {
    Language language = language();
    return UploadedTable.of(file)
        .chain(imports::sort)
        .map(sorted -> EarlierShapes.preview(sorted, language));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.COMPLAINTS_SCREEN)
  public Uni<EarlierAnswerImport> importEarlierAnswers(FileUpload file) {
    Language language = language();
    Actor by = currentActor.get();
    RoutingContext http = currentRequest.getCurrent();
    return UploadedTable.of(file)
        .chain(table -> imports.start(table, UploadedTable.name(file), by))
        .invoke(id -> http.response().putHeader(HttpHeaders.LOCATION, OF + id))
        .chain(id -> shown(id, language));
  }

  private Uni<EarlierAnswerImport> shown(UUID id, Language language) {
    return store
        .find(id)
        .map(
            found ->
                found
                    .map(one -> EarlierShapes.imported(one, language))
                    .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.COMPLAINTS_SCREEN)
  public Uni<List<EarlierAnswerImport>> listEarlierAnswerImports() {
    Language language = language();
    return store
        .latest()
        .map(all -> all.stream().map(one -> EarlierShapes.imported(one, language)).toList());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.COMPLAINTS_SCREEN)
  public Uni<EarlierAnswerImport> getEarlierAnswerImport(UUID importId) {
    return shown(importId, language());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.COMPLAINTS_SCREEN)
  public Uni<Void> withdrawEarlierAnswers(UUID importId, AnswerWithdrawal withdrawal) {
    return imports.withdraw(importId, withdrawal.getReason(), currentActor.get());
  }

  @Override
  @PermitAll
  public Uni<org.sunlit.api.model.EarlierFigures> getEarlierFigures() {
    return figures.all();
  }
}
