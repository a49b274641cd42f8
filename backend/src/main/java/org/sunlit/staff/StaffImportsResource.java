package org.sunlit.staff;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.sunlit.api.StaffImportsApi;
import org.sunlit.api.model.ImportedPerson;
import org.sunlit.api.model.StaffImport;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Workers;
import org.sunlit.problem.BodyLimits;
import org.sunlit.problem.Language;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Bringing people in. */
class StaffImportsResource implements StaffImportsApi {
  private static final long MOST_BYTES = 5L << 20;
  private static final int MOST_SHOWN = 1_000;

  private final StaffImports imports;
  private final Asking asking;

  StaffImportsResource(StaffImports imports, Asking asking) {
    this.imports = imports;
    this.asking = asking;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.STAFF_MANAGE)
  public Uni<StaffImport> importStaff(FileUpload file, Boolean dryRun) {
    if (file == null) {
      throw Problem.of(ProblemType.INVALID_REQUEST).at("file", "field.multipart-file");
    }
    if (file.size() > MOST_BYTES) {
      throw Problem.of(ProblemType.TOO_LARGE, BodyLimits.text(MOST_BYTES));
    }
    Language language = asking.language();
    Actor by = asking.who();
    return Workers.call(() -> bytes(file))
        .chain(bytes -> imports.take(bytes, by, Boolean.TRUE.equals(dryRun)))
        .map(report -> shown(report, language));
  }

  private static StaffImport shown(StaffImports.Report report, Language language) {
    return new StaffImport()
        .applied(report.applied())
        .rows(report.table().rows().size())
        .created(count(report.people(), "created"))
        .changed(count(report.people(), "changed"))
        .unchanged(count(report.people(), "unchanged"))
        .errorCount(report.problems().size())
        .errors(
            report.problems().stream()
                .sorted(
                    java.util.Comparator.comparing(
                        RowProblem::row,
                        java.util.Comparator.nullsFirst(java.util.Comparator.naturalOrder())))
                .limit(MOST_SHOWN)
                .map(problem -> problem.shown(language))
                .toList())
        .unknownColumns(report.table().unknownColumns())
        .people(report.people().stream().map(StaffImportsResource::person).toList());
  }

  private static ImportedPerson person(StaffImports.Taken taken) {
    ImportedPerson person =
        new ImportedPerson()
            .row(taken.row())
            .account(taken.account())
            .name(taken.name())
            .outcome(ImportedPerson.OutcomeEnum.fromString(taken.outcome()))
            .changes(taken.changes().stream().map(Shapes::change).toList());
    return taken.code() == null
        ? person
        : person
            .activationCode(taken.code().code())
            .activationExpiresAt(CityTime.offset(taken.code().expiresAt()));
  }

  private static int count(List<StaffImports.Taken> people, String outcome) {
    return (int) people.stream().filter(person -> person.outcome().equals(outcome)).count();
  }

  private static byte[] bytes(FileUpload file) {
    try {
      return Files.readAllBytes(file.uploadedFile());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The uploaded file can't be read", unreadable);
    }
  }
}
