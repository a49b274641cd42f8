package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.casework.rules.Bar;
import org.sunlit.casework.rules.CaseNumbers;
import org.sunlit.casework.rules.Duties;
import org.sunlit.casework.rules.Handler;
import org.sunlit.identity.Actor;
import org.sunlit.notice.NoticeText;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Tells the room of charges of cases, to whom they may be told. */
@ApplicationScoped
public class ChargedCases {
  private final CaseService cases;
  private final CasesTogether together;
  private final Telling telling;

  ChargedCases(CaseService cases, CasesTogether together, Telling telling) {
    this.cases = cases;
    this.together = together;
    this.telling = telling;
  }

  /** The case with this number, whoever asks. */
  public Uni<Optional<ChargedCase>> find(String caseNumber) {
    return cases.find(caseNumber).map(found -> found.map(ChargedCase::of));
  }

  /** The same for several. */
  public Uni<List<ChargedCase>> all(List<String> caseNumbers) {
    return together
        .read(caseNumbers)
        .map(read -> read.stream().map(one -> ChargedCase.of(one.now())).toList());
  }

  /**
   * The case, if this member of the staff may see it.
   *
   * @return fails with 404 for everybody else
   */
  public Uni<ChargedCase> readable(String typedNumber, Actor actor) {
    return cases.show(number(typedNumber), actor).map(ChargedCase::of);
  }

  /**
   * The case, if this member of the staff may see it and handle its money.
   *
   * @return fails with a {@link Problem}: 404 when they may not see it, 403 for one's own case and
   *     for supervisors
   */
  public Uni<ChargedCase> handled(String typedNumber, Actor actor) {
    return cases
        .show(number(typedNumber), actor)
        .invoke(
            now -> {
              Optional<Bar> bar = bar(now, actor);
              if (bar.isPresent()) {
                throw CaseTexts.barred(bar.get());
              }
            })
        .map(ChargedCase::of);
  }

  /** The case, if it is this account's own; fails with 404 otherwise. */
  public Uni<ChargedCase> own(String typedNumber, Actor owner) {
    return cases.showOwn(number(typedNumber), owner).map(ChargedCase::of);
  }

  /**
   * Tells the applicant, within the caller's transaction; nobody is told any more when their data
   * has been deleted.
   *
   * @param event what happened; of one event nobody is told twice
   */
  public Uni<Void> tell(Mutiny.Session session, ChargedCase of, String event, NoticeText text) {
    return telling.tell(session, of.addressee().of(), event, text);
  }

  private static Optional<Bar> bar(CaseNow now, Actor actor) {
    Handler handler =
        new Handler(
            actor.accountId(),
            actor.displayName(),
            actor.displayNameEn(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    return Duties.fromHandling(new CaseRights(actor).hand(handler, now.stored()));
  }

  private static String number(String typed) {
    return CaseNumbers.read(typed).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }
}
