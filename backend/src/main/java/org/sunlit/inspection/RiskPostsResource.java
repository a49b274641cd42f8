package org.sunlit.inspection;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import org.sunlit.api.RiskPostsApi;
import org.sunlit.api.model.RiskPost;
import org.sunlit.api.model.RiskPostEvaluation;
import org.sunlit.api.model.RiskPostEvaluationDraft;
import org.sunlit.api.model.RiskPostFile;
import org.sunlit.api.model.RiskPostGrade;
import org.sunlit.api.model.RiskPostList;
import org.sunlit.api.model.RiskPostMark;
import org.sunlit.api.model.RiskPostMarkDraft;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.inspection.RiskPostReads.Evaluated;
import org.sunlit.inspection.RiskPostReads.Mark;
import org.sunlit.inspection.RiskPostReads.Post;
import org.sunlit.platform.EntityVersions;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Posts with a grave risk, for supervisors. */
@PermissionsAllowed(Permission.Codes.INSPECTIONS_KEEP)
class RiskPostsResource implements RiskPostsApi {
  private final RiskPosts posts;
  private final RiskPostReads reads;
  private final InspectionSettings settings;
  private final Vault vault;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;

  RiskPostsResource(
      RiskPosts posts,
      RiskPostReads reads,
      InspectionSettings settings,
      Vault vault,
      CurrentActor currentActor,
      CurrentVertxRequest currentRequest) {
    this.posts = posts;
    this.reads = reads;
    this.settings = settings;
    this.vault = vault;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.INSPECTIONS_KEEP)
  public Uni<RiskPostList> listRiskPosts() {
    return reads
        .all()
        .map(
            all ->
                new RiskPostList()
                    .items(all.stream().map(RiskPostsResource::post).toList())
                    .everyMonths(settings.riskPostMonths()));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.INSPECTIONS_KEEP)
  public Uni<RiskPostFile> getRiskPost(String department, String post) {
    return file(currentRequest.getCurrent(), department, post);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.INSPECTIONS_KEEP)
  public Uni<RiskPostFile> markRiskPost(
      String department, String post, RiskPostMarkDraft draft, String idempotencyKey) {
    RoutingContext http = currentRequest.getCurrent();
    return posts
        .mark(
            department,
            post,
            draft.getMarked(),
            draft.getReason().strip(),
            currentActor.get(),
            idempotencyKey)
        .chain(() -> file(http, department, post))
        .invoke(file -> http.response().setStatusCode(201));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.INSPECTIONS_KEEP)
  public Uni<RiskPostFile> evaluateRiskPost(
      String department, String post, Integer year, RiskPostEvaluationDraft draft, String ifMatch) {
    RoutingContext http = currentRequest.getCurrent();
    return posts
        .evaluate(
            department,
            post,
            EntityVersions.seen(ifMatch),
            new RiskPosts.Evaluation(
                year, draft.getGrade().toString(), draft.getText().strip(), draft.getReason()),
            currentActor.get())
        .chain(() -> file(http, department, post));
  }

  private Uni<RiskPostFile> file(RoutingContext http, String department, String post) {
    return reads
        .find(department, post)
        .chain(
            found ->
                reads
                    .marks(department, post)
                    .chain(
                        marks ->
                            reads
                                .evaluations(department, post)
                                .chain(
                                    written ->
                                        vault
                                            .find(RiskPosts.subject(department, post))
                                            .map(key -> file(found, marks, written, key)))))
        .invoke(file -> http.response().putHeader("ETag", EntityVersions.tag(file.getVersion())));
  }

  /** A post that isn't in the register any more keeps its marks and evaluations. */
  private static RiskPostFile file(
      Optional<Post> found, List<Mark> marks, List<Evaluated> written, Optional<DataKey> key) {
    if (found.isEmpty()) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
    return new RiskPostFile()
        .post(post(found.get()))
        .marks(
            marks.stream()
                .map(
                    mark ->
                        new RiskPostMark()
                            .marked(mark.marked())
                            .reason(mark.reason())
                            .at(mark.at())
                            .by(mark.by()))
                .toList())
        .evaluations(written.stream().map(one -> evaluation(one, key.orElseThrow())).toList())
        .version(written.size());
  }

  private static RiskPostEvaluation evaluation(Evaluated one, DataKey key) {
    RiskPosts.Words words = RiskPosts.open(key, one.year(), one.number(), one.words());
    return new RiskPostEvaluation()
        .year(one.year())
        .number(one.number())
        .grade(RiskPostGrade.fromString(one.grade()))
        .text(words.text())
        .reason(words.reason())
        .at(one.at())
        .by(one.by());
  }

  private static RiskPost post(Post post) {
    return new RiskPost()
        .department(InspectionShapes.named(post.department()))
        .post(post.post())
        .postName(post.name())
        .postNameEn(post.nameEn())
        .byFlows(post.byFlows())
        .marked(post.marked())
        .inspectedOn(post.inspectedOn())
        .dueOn(post.dueOn())
        .overdue(post.overdue())
        .year(post.year())
        .grade(post.grade() == null ? null : RiskPostGrade.fromString(post.grade()));
  }
}
