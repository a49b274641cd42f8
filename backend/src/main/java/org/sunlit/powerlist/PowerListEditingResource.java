package org.sunlit.powerlist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import org.sunlit.administration.EditionAnswers;
import org.sunlit.api.PowerListEditingApi;
import org.sunlit.api.model.DraftEntry;
import org.sunlit.api.model.DraftForm;
import org.sunlit.api.model.FlowCheck;
import org.sunlit.api.model.FlowCheckForm;
import org.sunlit.api.model.ItemEdition;
import org.sunlit.api.model.ItemPreview;
import org.sunlit.api.model.ItemProposal;
import org.sunlit.api.model.PublishedVersion;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.EntityVersions;
import org.sunlit.platform.Workers;
import org.sunlit.problem.BodyLimits;
import org.sunlit.problem.Language;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Keeping the power list by hand: for those who keep it, each what is theirs. */
@PermissionsAllowed(Permission.Codes.POWER_LIST_EDIT)
class PowerListEditingResource implements PowerListEditingApi {
  private static final int MOST_DRAFT_CHARACTERS = 512 << 10;

  private final ItemEditing editing;
  private final SubProcessLibrary library;
  private final ItemDrafts drafts;
  private final EditionMapper mapper;
  private final CurrentActor actor;
  private final CurrentVertxRequest request;
  private final ObjectMapper json;

  PowerListEditingResource(
      ItemEditing editing,
      SubProcessLibrary library,
      ItemDrafts drafts,
      EditionMapper mapper,
      CurrentActor actor,
      CurrentVertxRequest request,
      ObjectMapper json) {
    this.editing = editing;
    this.library = library;
    this.drafts = drafts;
    this.mapper = mapper;
    this.actor = actor;
    this.request = request;
    this.json = json;
  }

  @Override
  public Uni<ItemEdition> getItemEdition(String code) {
    RoutingContext http = request.getCurrent();
    return editing
        .edition(code, actor.get())
        .invoke(edition -> tag(http, edition.latest().number()))
        .map(mapper::edition);
  }

  @Override
  public Uni<ItemPreview> previewItemVersion(String code, ItemProposal proposal) {
    Language language = language();
    return editing
        .preview(proposal(code, proposal), actor.get())
        .map(preview -> mapper.preview(preview, language));
  }

  @Override
  public Uni<PublishedVersion> publishItemVersion(
      String code, ItemProposal proposal, String ifMatch) {
    RoutingContext http = request.getCurrent();
    int seen = EntityVersions.seen(ifMatch);
    return editing
        .publish(proposal(code, proposal), seen, actor.get())
        .map(
            planned ->
                EditionAnswers.published(
                    http.response(),
                    code,
                    planned.version().number(),
                    planned.version().effectiveFrom()));
  }

  @Override
  public Uni<Void> keepItemDraft(String code, String part, DraftForm draft) {
    String form = text(draft.getForm());
    if (form.length() > MOST_DRAFT_CHARACTERS) {
      throw Problem.of(ProblemType.TOO_LARGE, BodyLimits.text(MOST_DRAFT_CHARACTERS));
    }
    return drafts.keep(code, part, draft.getBaseVersion(), form, actor.get());
  }

  @Override
  public Uni<Void> dropItemDraft(String code, String part) {
    return drafts.drop(code, part, actor.get());
  }

  @Override
  public Uni<List<DraftEntry>> listItemDrafts() {
    return drafts.list(actor.get()).map(all -> all.stream().map(EditionMapper::draft).toList());
  }

  @Override
  public Uni<FlowCheck> checkFlow(FlowCheckForm form) {
    Language language = language();
    return library
        .editions(FlowChecking.takes(form))
        .chain(editions -> Workers.call(() -> FlowChecking.check(form, editions, language)));
  }

  private static ItemEditing.Proposal proposal(String code, ItemProposal proposal) {
    return new ItemEditing.Proposal(
        code.strip(),
        proposal.getEffectiveFrom(),
        ItemForms.content(proposal.getContent()),
        proposal.getFlow() == null
            ? null
            : FlowForms.read(proposal.getFlow(), FlowForms.codeFor(code)),
        Boolean.TRUE.equals(proposal.getStandardFlow()));
  }

  private String text(Map<String, Object> form) {
    try {
      return json.writeValueAsString(form);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("It was read a moment ago", impossible);
    }
  }

  private static void tag(RoutingContext http, int version) {
    http.response()
        .putHeader(HttpHeaders.ETAG, EntityVersions.tag(version))
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private Language language() {
    return Language.of(request.getCurrent().request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }
}
