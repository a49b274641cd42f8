package org.sunlit.complaint;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.sunlit.api.ComplaintCategoriesApi;
import org.sunlit.api.model.CategorySuggestions;
import org.sunlit.api.model.ComplaintCategory;
import org.sunlit.api.model.ComplaintCategoryImport;
import org.sunlit.complaint.rules.Category;
import org.sunlit.complaint.rules.CategoryPlan;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.problem.Language;

/** What complaints can be about, and what one may be about. */
class ComplaintCategoriesResource implements ComplaintCategoriesApi {
  private final Categories categories;
  private final CategoryAdvice advice;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;

  ComplaintCategoriesResource(
      Categories categories,
      CategoryAdvice advice,
      CurrentActor currentActor,
      CurrentVertxRequest currentRequest) {
    this.categories = categories;
    this.advice = advice;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
  }

  @Override
  @PermitAll
  public Uni<List<ComplaintCategory>> listComplaintCategories() {
    return categories
        .inUse()
        .map(all -> all.stream().map(ComplaintCategoriesResource::shown).toList());
  }

  static ComplaintCategory shown(Category category) {
    return new ComplaintCategory()
        .code(category.code())
        .name(category.name())
        .path(category.path());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.COMPLAINTS_SCREEN)
  public Uni<ComplaintCategoryImport> importComplaintCategories(FileUpload file, Boolean dryRun) {
    Language language =
        Language.of(currentRequest.getCurrent().request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    return UploadedTable.of(file)
        .chain(table -> categories.take(table, Boolean.TRUE.equals(dryRun)))
        .map(report -> shown(report, language));
  }

  private static ComplaintCategoryImport shown(Categories.Report report, Language language) {
    CategoryPlan plan = report.plan();
    return new ComplaintCategoryImport()
        .applied(report.applied())
        .rows(report.rows())
        .created(plan.created())
        .unchanged(plan.offered().size() - plan.created())
        .retired(plan.retired().size())
        .errorCount(report.faults().size())
        .errors(Fault.shown(report.faults(), language));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.COMPLAINTS_SCREEN)
  public Uni<CategorySuggestions> suggestComplaintCategories(String complaintNumber) {
    return advice
        .on(ComplaintCodes.number(complaintNumber), currentActor.get())
        .map(
            given ->
                new CategorySuggestions()
                    .learnedFrom(given.learnedFrom())
                    .items(
                        given.suggestions().stream()
                            .map(ComplaintCategoriesResource::shown)
                            .toList()));
  }
}
