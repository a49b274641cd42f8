package org.sunlit.supervision.report;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.time.LocalDate;
import org.sunlit.api.SupervisionReportsApi;
import org.sunlit.api.model.ReportKind;
import org.sunlit.api.model.SupervisionReport;
import org.sunlit.api.model.SupervisionReportList;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.Workers;
import org.sunlit.supervision.report.rules.Period;

/** Reports of supervision, for those who should have them. */
class ReportsResource implements SupervisionReportsApi {
  private final ReportReads reads;
  private final Reports reports;
  private final ReportMaking making;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;

  ReportsResource(
      ReportReads reads,
      Reports reports,
      ReportMaking making,
      CurrentActor currentActor,
      CurrentVertxRequest currentRequest) {
    this.reads = reads;
    this.reports = reports;
    this.making = making;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.SUPERVISION_REPORTS_READ)
  public Uni<SupervisionReportList> listSupervisionReports() {
    return reads
        .made()
        .map(made -> new SupervisionReportList().items(made.stream().map(Reports::head).toList()));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.SUPERVISION_REPORTS_READ)
  public Uni<SupervisionReport> getSupervisionReport(ReportKind reportKind, LocalDate day) {
    return making.find(period(reportKind, day)).chain(reports::of);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CARDS_SUPERVISE)
  public Uni<SupervisionReport> makeSupervisionReport(ReportKind reportKind, LocalDate day) {
    return making
        .demand(period(reportKind, day), currentActor.get().accountId())
        .chain(reports::of);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.SUPERVISION_REPORTS_READ)
  public Uni<Buffer> downloadSupervisionReport(ReportKind reportKind, LocalDate day) {
    HttpServerResponse response = currentRequest.getCurrent().response();
    Period period = period(reportKind, day);
    String name = "supervision-" + reportKind + "-" + period.first() + ".xlsx";
    return making
        .find(period)
        .chain(reports::of)
        .chain(report -> Workers.call(() -> ReportWorkbook.of(report)))
        .map(
            workbook -> {
              response
                  .putHeader("Content-Disposition", "attachment; filename=\"" + name + "\"")
                  .putHeader("Cache-Control", "private, no-store");
              return Buffer.buffer(workbook);
            });
  }

  private static Period period(ReportKind kind, LocalDate day) {
    return org.sunlit.supervision.report.rules.ReportKind.of(kind.toString()).around(day);
  }
}
