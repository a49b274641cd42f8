package org.sunlit.attendance;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.sunlit.api.FileContestsApi;
import org.sunlit.api.model.FileContest;
import org.sunlit.api.model.FileContestPage;
import org.sunlit.attendance.ContestReads.Opened;
import org.sunlit.attendance.rules.DayState;
import org.sunlit.attendance.rules.LineKind;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.Coded;
import org.sunlit.platform.TimeCursor;

/** Contests of lines of efficiency files, for whoever they are about and whoever answers. */
class FileContestsResource implements FileContestsApi {
  private final Contests contests;
  private final ContestReads reads;
  private final CurrentActor currentActor;

  FileContestsResource(Contests contests, ContestReads reads, CurrentActor currentActor) {
    this.contests = contests;
    this.reads = reads;
    this.currentActor = currentActor;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.ATTENDANCE_SIGN)
  public Uni<FileContest> contestLine(
      org.sunlit.api.model.ContestDraft draft, String idempotencyKey) {
    ContestDraft wanted =
        new ContestDraft(
            Coded.of(LineKind.class, draft.getKind().toString()),
            draft.getLine(),
            draft.getWords());
    return contests
        .raise(wanted, currentActor.get(), idempotencyKey)
        .chain(reads::one)
        .map(AttendanceShapes::contest);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CONTESTS_ANSWER)
  public Uni<FileContest> answerContest(
      UUID contestId, org.sunlit.api.model.ContestAnswer answer, String idempotencyKey) {
    DayState to =
        answer.getCorrectedTo() == null ? null : DayState.of(answer.getCorrectedTo().toString());
    return contests
        .answer(
            contestId,
            new ContestAnswer(answer.getUpheld(), to, answer.getReason()),
            currentActor.get(),
            idempotencyKey)
        .chain(() -> reads.one(contestId))
        .map(AttendanceShapes::contest);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CONTESTS_ANSWER)
  public Uni<FileContestPage> listContests(Boolean open, Integer limit, String cursor) {
    return page(null, open, limit, cursor);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.ATTENDANCE_SIGN)
  public Uni<FileContestPage> listOwnContests(Integer limit, String cursor) {
    return page(currentActor.get().accountId(), null, limit, cursor);
  }

  private Uni<FileContestPage> page(String account, Boolean open, int limit, String cursor) {
    return reads
        .page(account, open, TimeCursor.read(cursor), limit + 1)
        .chain(found -> reads.total(account, open).map(total -> page(found, total, limit)));
  }

  private static FileContestPage page(List<Opened> found, int total, int limit) {
    return new FileContestPage()
        .items(found.stream().limit(limit).map(AttendanceShapes::contest).toList())
        .total(total)
        .nextCursor(
            TimeCursor.next(found, limit, last -> new TimeCursor(last.raisedAt(), last.id())));
  }
}
