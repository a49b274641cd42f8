package org.sunlit.disclosure;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.sunlit.api.PublicationDeskApi;
import org.sunlit.api.model.Publication;
import org.sunlit.api.model.PublicationAction;
import org.sunlit.api.model.PublicationCommand;
import org.sunlit.api.model.PublicationContent;
import org.sunlit.api.model.PublicationPage;
import org.sunlit.disclosure.film.Films;
import org.sunlit.disclosure.rules.PublicationDeed;
import org.sunlit.identity.Actor;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.Coded;
import org.sunlit.platform.EntityVersions;
import org.sunlit.platform.StoredJson;
import org.sunlit.platform.TimeCursor;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Publishing, for the departments. */
class PublicationDeskResource implements PublicationDeskApi {
  private final Publications publications;
  private final DeskReads reads;
  private final PublicationFiles files;
  private final FileReads fileReads;
  private final FileAnswers answers;
  private final Films films;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;

  PublicationDeskResource(
      Publications publications,
      DeskReads reads,
      PublicationFiles files,
      FileReads fileReads,
      FileAnswers answers,
      Films films,
      CurrentActor currentActor,
      CurrentVertxRequest currentRequest) {
    this.publications = publications;
    this.reads = reads;
    this.files = files;
    this.fileReads = fileReads;
    this.answers = answers;
    this.films = films;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.DISCLOSURES_READ)
  public Uni<PublicationPage> listPublications(
      org.sunlit.api.model.PublicationState state, Integer limit, String cursor) {
    return reads
        .page(
            currentActor.get(),
            state == null ? null : state.toString(),
            TimeCursor.read(cursor),
            limit)
        .map(page -> DeskShapes.page(page, limit));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.DISCLOSURES_DRAFT)
  public Uni<Publication> draftPublication(PublicationContent content, String idempotencyKey) {
    RoutingContext http = currentRequest.getCurrent();
    Actor actor = currentActor.get();
    Content said = content(content);
    return films
        .require(said.film())
        .chain(() -> publications.draft(said, actor, idempotencyKey))
        .chain(number -> shown(http, number, actor))
        .invoke(publication -> http.response().setStatusCode(201));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.DISCLOSURES_READ)
  public Uni<Publication> getPublication(String number) {
    return shown(currentRequest.getCurrent(), number, currentActor.get());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.DISCLOSURES_DRAFT)
  public Uni<Publication> editPublication(
      String number, PublicationContent content, String ifMatch) {
    RoutingContext http = currentRequest.getCurrent();
    Actor actor = currentActor.get();
    Content said = content(content);
    int seen = EntityVersions.seen(ifMatch);
    return films
        .require(said.film())
        .chain(() -> publications.edit(number, seen, said, actor))
        .chain(() -> shown(http, number, actor));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.DISCLOSURES_DRAFT)
  public Uni<Publication> actOnPublication(
      String number,
      PublicationAction publicationAction,
      PublicationCommand command,
      String idempotencyKey,
      String ifMatch) {
    RoutingContext http = currentRequest.getCurrent();
    Actor actor = currentActor.get();
    Publications.Wanted wanted =
        new Publications.Wanted(
            Coded.of(PublicationDeed.class, publicationAction.toString()),
            command.getWords(),
            command.getReleaseAt() == null ? null : command.getReleaseAt().toInstant());
    return publications
        .act(number, EntityVersions.seen(ifMatch), wanted, actor, idempotencyKey)
        .chain(() -> shown(http, number, actor));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.DISCLOSURES_DRAFT)
  public Uni<Publication> addPublicationFile(String number, FileUpload file, String ifMatch) {
    RoutingContext http = currentRequest.getCurrent();
    Actor actor = currentActor.get();
    if (file == null) {
      throw Problem.of(ProblemType.INVALID_REQUEST).at("file", "field.multipart-file");
    }
    return files
        .add(number, EntityVersions.seen(ifMatch), file.fileName(), file.uploadedFile(), actor)
        .chain(() -> shown(http, number, actor))
        .invoke(publication -> http.response().setStatusCode(201));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.DISCLOSURES_DRAFT)
  public Uni<Publication> removePublicationFile(String number, UUID fileId, String ifMatch) {
    RoutingContext http = currentRequest.getCurrent();
    Actor actor = currentActor.get();
    return files
        .remove(number, EntityVersions.seen(ifMatch), fileId, actor)
        .chain(() -> shown(http, number, actor));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.DISCLOSURES_READ)
  public Uni<Buffer> downloadPublicationFile(String number, UUID fileId) {
    RoutingContext http = currentRequest.getCurrent();
    return fileReads
        .ofTheDepartment(number, fileId, currentActor.get())
        .chain(file -> answers.send(http, file));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.DISCLOSURES_READ)
  public Uni<Buffer> getPublicationFilm(String number, String file, String range) {
    RoutingContext http = currentRequest.getCurrent();
    return reads
        .open(currentActor.get(), number)
        .map(
            found ->
                found
                    .map(opened -> opened.content().film())
                    .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .chain(film -> films.send(http, film, file));
  }

  private Uni<Publication> shown(RoutingContext http, String number, Actor actor) {
    return reads
        .open(actor, number)
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .map(opened -> DeskShapes.whole(opened, actor))
        .invoke(
            publication ->
                http.response().putHeader("ETag", EntityVersions.tag(publication.getVersion())));
  }

  private static Content content(PublicationContent content) {
    return StoredJson.as(content, Content.class);
  }
}
