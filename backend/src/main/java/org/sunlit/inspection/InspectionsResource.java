package org.sunlit.inspection;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.sunlit.api.InspectionsApi;
import org.sunlit.api.model.Inspection;
import org.sunlit.api.model.InspectionAction;
import org.sunlit.api.model.InspectionChecklist;
import org.sunlit.api.model.InspectionChecklistDraft;
import org.sunlit.api.model.InspectionCommand;
import org.sunlit.api.model.InspectionCounts;
import org.sunlit.api.model.InspectionDraft;
import org.sunlit.api.model.InspectionKind;
import org.sunlit.api.model.InspectionPage;
import org.sunlit.api.model.InspectionPaper;
import org.sunlit.api.model.InspectionRectification;
import org.sunlit.api.model.InspectionRegion;
import org.sunlit.api.model.InspectionRegions;
import org.sunlit.api.model.InspectionSample;
import org.sunlit.api.model.InspectionSampleWish;
import org.sunlit.api.model.InspectionState;
import org.sunlit.casework.KeptUploads;
import org.sunlit.identity.Actor;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.inspection.InspectionReaders.Scope;
import org.sunlit.inspection.InspectionReads.Asked;
import org.sunlit.inspection.InspectionReads.Listed;
import org.sunlit.inspection.InspectionRegionReads.Counted;
import org.sunlit.platform.Coded;
import org.sunlit.platform.EntityVersions;
import org.sunlit.platform.Named;
import org.sunlit.platform.TimeCursor;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Inspections, for those who make them and those they concern. */
class InspectionsResource implements InspectionsApi {
  private final Inspections inspections;
  private final InspectionReads reads;
  private final InspectionFiles files;
  private final InspectionRegionReads regions;
  private final InspectionShapes shapes;
  private final Checklists checklists;
  private final Samples samples;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;

  InspectionsResource(
      Inspections inspections,
      InspectionReads reads,
      InspectionFiles files,
      InspectionRegionReads regions,
      InspectionShapes shapes,
      Checklists checklists,
      Samples samples,
      CurrentActor currentActor,
      CurrentVertxRequest currentRequest) {
    this.inspections = inspections;
    this.reads = reads;
    this.files = files;
    this.regions = regions;
    this.shapes = shapes;
    this.checklists = checklists;
    this.samples = samples;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.INSPECTIONS_READ)
  public Uni<InspectionPage> listInspections(
      InspectionKind kind,
      InspectionState state,
      String department,
      String region,
      String post,
      InspectionRectification rectification,
      Boolean findings,
      LocalDate from,
      LocalDate to,
      Integer limit,
      String cursor) {
    Scope scope = InspectionReaders.scope(currentActor.get());
    Asked asked =
        new Asked(
            text(kind),
            text(state),
            department,
            post,
            region,
            text(rectification),
            Boolean.TRUE.equals(findings),
            from,
            to);
    return reads
        .page(scope, asked, TimeCursor.read(cursor), limit + 1)
        .chain(found -> reads.total(scope, asked).map(total -> page(found, total, limit)));
  }

  private static String text(Object chosen) {
    return chosen == null ? null : chosen.toString();
  }

  private static InspectionPage page(List<Listed> found, int total, int limit) {
    return new InspectionPage()
        .items(found.stream().limit(limit).map(InspectionShapes::summary).toList())
        .total(total)
        .nextCursor(
            TimeCursor.next(
                found, limit, last -> new TimeCursor(last.inspectedAt().toInstant(), last.id())));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.INSPECTIONS_KEEP)
  public Uni<Inspection> recordInspection(InspectionDraft draft, String idempotencyKey) {
    RoutingContext http = currentRequest.getCurrent();
    Actor actor = currentActor.get();
    return inspections
        .record(InspectionDrafts.draft(draft), actor, idempotencyKey)
        .chain(id -> shown(http, id, actor))
        .invoke(inspection -> http.response().setStatusCode(201));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.INSPECTIONS_READ)
  public Uni<Inspection> getInspection(UUID inspectionId) {
    return shown(currentRequest.getCurrent(), inspectionId, currentActor.get());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.INSPECTIONS_READ)
  public Uni<Inspection> actOnInspection(
      UUID inspectionId,
      InspectionAction inspectionAction,
      InspectionCommand command,
      String idempotencyKey,
      String ifMatch) {
    RoutingContext http = currentRequest.getCurrent();
    Actor actor = currentActor.get();
    Inspections.Wanted wanted =
        new Inspections.Wanted(
            Coded.of(
                org.sunlit.inspection.rules.InspectionAction.class, inspectionAction.toString()),
            command.getWords(),
            command.getDays());
    return inspections
        .act(inspectionId, EntityVersions.seen(ifMatch), wanted, actor, idempotencyKey)
        .chain(() -> shown(http, inspectionId, actor));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.INSPECTIONS_READ)
  public Uni<Buffer> downloadInspectionEvidence(UUID inspectionId, UUID evidenceId) {
    RoutingContext http = currentRequest.getCurrent();
    return files
        .open(inspectionId, evidenceId, currentActor.get(), currentActor.sessionOrNull())
        .map(
            file -> {
              http.response()
                  .putHeader("Content-Disposition", KeptUploads.attachment(file.name()))
                  .putHeader("X-Content-Type-Options", "nosniff")
                  .putHeader("Content-Security-Policy", "sandbox; default-src 'none'")
                  .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
              return file.content();
            });
  }

  @Override
  @PermissionsAllowed(Permission.Codes.INSPECTIONS_KEEP)
  public Uni<InspectionPaper> listInspectionChecklists() {
    return checklists
        .inForce()
        .chain(
            lists ->
                checklists
                    .inspectors()
                    .map(
                        people ->
                            new InspectionPaper()
                                .checklists(
                                    lists.stream().map(InspectionShapes::checklist).toList())
                                .inspectors(
                                    people.stream()
                                        .map(
                                            one ->
                                                new Named(one.account(), one.name(), one.nameEn()))
                                        .map(InspectionShapes::named)
                                        .toList())));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.INSPECTIONS_KEEP)
  public Uni<InspectionChecklist> publishInspectionChecklist(
      InspectionKind inspectionKind, InspectionChecklistDraft draft, String ifMatch) {
    return checklists
        .publish(
            InspectionDrafts.kind(inspectionKind),
            EntityVersions.seen(ifMatch),
            draft.getItems().stream()
                .map(item -> new Checklists.Item(item.getCode(), item.getText(), item.getTextEn()))
                .toList(),
            currentActor.get())
        .map(InspectionShapes::checklist);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.INSPECTIONS_KEEP)
  public Uni<InspectionSample> drawInspectionSample(
      InspectionSampleWish wish, String idempotencyKey) {
    RoutingContext http = currentRequest.getCurrent();
    return samples
        .draw(
            new Samples.Wish(
                wish.getDepartment(), wish.getFrom(), wish.getTo(), wish.getSize(), wish.getSeed()),
            currentActor.get(),
            idempotencyKey)
        .map(InspectionShapes::sample)
        .invoke(sample -> http.response().setStatusCode(201));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.INSPECTIONS_KEEP)
  public Uni<InspectionRegions> countInspections(String region, LocalDate from, LocalDate to) {
    return regions
        .drill(region, from, to)
        .map(
            drilled ->
                new InspectionRegions()
                    .above(drilled.above().stream().map(InspectionShapes::named).toList())
                    .region(region(drilled.region()))
                    .parts(drilled.parts().stream().map(InspectionsResource::region).toList()));
  }

  private static InspectionRegion region(Counted counted) {
    return new InspectionRegion()
        .code(counted.region().code())
        .name(counted.region().name())
        .nameEn(counted.region().nameEn())
        .level(InspectionRegion.LevelEnum.fromString(counted.level()))
        .parts(counted.parts())
        .counts(
            new InspectionCounts()
                .inspections(counted.counts().inspections())
                .findings(counted.counts().findings())
                .open(counted.counts().open())
                .late(counted.counts().late())
                .done(counted.counts().done()));
  }

  private Uni<Inspection> shown(RoutingContext http, UUID id, Actor actor) {
    return reads
        .open(InspectionReaders.scope(actor), id)
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .chain(opened -> shapes.whole(opened, actor))
        .invoke(whole -> http.response().putHeader("ETag", EntityVersions.tag(whole.getVersion())));
  }
}
