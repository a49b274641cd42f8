package org.sunlit.supervision;

import io.vertx.mutiny.sqlclient.Row;
import java.util.Set;
import org.sunlit.api.model.SupervisionSubject;
import org.sunlit.api.model.SupervisionSubjectKind;
import org.sunlit.supervision.rules.Subject;

/** What findings, cards and news are about, in the database and in the contract. */
public final class Subjects {
  private Subjects() {}

  /** Of a row with {@code subject_kind}, {@code subject} and {@code hidden_from}. */
  public static Subject of(Row row) {
    return new Subject(
        Subject.Kind.of(row.getString("subject_kind")),
        row.getString("subject"),
        Set.of(row.getArrayOfStrings("hidden_from")));
  }

  public static SupervisionSubject shape(Subject subject) {
    return new SupervisionSubject()
        .kind(SupervisionSubjectKind.fromValue(subject.kind().code()))
        .number(subject.number());
  }
}
