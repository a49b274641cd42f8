package org.sunlit.powerlist;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import org.sunlit.administration.Edition;
import org.sunlit.administration.EditionAnswers;
import org.sunlit.administration.Editions;
import org.sunlit.api.SubProcessLibraryApi;
import org.sunlit.api.model.EditionPreview;
import org.sunlit.api.model.PublishedVersion;
import org.sunlit.api.model.SubProcessEdition;
import org.sunlit.api.model.SubProcessEditionVersionsInner;
import org.sunlit.api.model.SubProcessProposal;
import org.sunlit.api.model.SubProcessUse;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.EntityVersions;
import org.sunlit.powerlist.SubProcessLibrary.Proposal;
import org.sunlit.powerlist.flow.SubProcess;
import org.sunlit.problem.FieldProblem;

/** The library of sub-processes: read by who draws flows, kept by who keeps the whole list. */
@PermissionsAllowed(Permission.Codes.POWER_LIST_EDIT)
class SubProcessLibraryResource implements SubProcessLibraryApi {
  private final SubProcessLibrary library;
  private final CurrentActor actor;
  private final CurrentVertxRequest request;

  SubProcessLibraryResource(
      SubProcessLibrary library, CurrentActor actor, CurrentVertxRequest request) {
    this.library = library;
    this.actor = actor;
    this.request = request;
  }

  @Override
  public Uni<List<SubProcessEdition>> listSubProcessEditions() {
    return library
        .shelf()
        .map(
            shelf ->
                Editions.byCode(shelf.editions()).entrySet().stream()
                    .map(
                        one ->
                            new SubProcessEdition()
                                .code(one.getKey())
                                .versions(
                                    one.getValue().stream()
                                        .map(SubProcessLibraryResource::version)
                                        .toList())
                                .usedBy(
                                    shelf.uses().stream()
                                        .filter(use -> use.code().equals(one.getKey()))
                                        .map(SubProcessLibraryResource::use)
                                        .toList()))
                    .toList());
  }

  private static SubProcessEditionVersionsInner version(Edition<SubProcess> one) {
    return new SubProcessEditionVersionsInner()
        .version(one.version())
        .effectiveFrom(one.effectiveFrom())
        .publishedAt(CityTime.offset(one.publishedAt()))
        .publishedBy(one.publishedBy())
        .subProcess(FlowDrafts.subProcess(one.definition()));
  }

  private static SubProcessUse use(SubProcessLibrary.Use use) {
    return new SubProcessUse()
        .libraryVersion(use.libraryVersion())
        .itemCode(use.itemCode())
        .itemName(use.itemName())
        .itemNameEn(use.itemNameEn())
        .itemVersion(use.itemVersion())
        .effectiveFrom(use.effectiveFrom());
  }

  @Override
  public Uni<EditionPreview> previewSubProcess(String code, SubProcessProposal form) {
    FlowForms.ReadPart read = FlowForms.read(form.getSubProcess());
    return library
        .preview(proposal(code, form, read), issues(read), actor.get())
        .map(planned -> EditionAnswers.preview(planned, form.getEffectiveFrom()));
  }

  @Override
  public Uni<PublishedVersion> publishSubProcess(
      String code, SubProcessProposal form, String ifMatch) {
    HttpServerResponse response = request.getCurrent().response();
    FlowForms.ReadPart read = FlowForms.read(form.getSubProcess());
    int seen = EntityVersions.seen(ifMatch);
    return library
        .publish(proposal(code, form, read), issues(read), seen, actor.get())
        .map(version -> EditionAnswers.published(response, code, version, form.getEffectiveFrom()));
  }

  /** It stands in the library under its own code, and as nobody's copy. */
  private static Proposal proposal(String code, SubProcessProposal form, FlowForms.ReadPart read) {
    SubProcess part = read.part();
    return new Proposal(
        code,
        form.getEffectiveFrom(),
        new SubProcess(
            code,
            part.name(),
            part.nameEn(),
            part.limit(),
            part.steps(),
            part.calls(),
            part.edges()));
  }

  private static List<FieldProblem> issues(FlowForms.ReadPart read) {
    return read.issues().stream()
        .map(issue -> new FieldProblem(issue.pointer(), issue.messageKey(), issue.args()))
        .toList();
  }
}
