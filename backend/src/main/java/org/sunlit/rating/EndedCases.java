package org.sunlit.rating;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.sunlit.journal.JournalFollower;
import org.sunlit.journal.JournalStream;
import org.sunlit.journal.PlacedEvent;
import org.sunlit.journal.SubjectKind;

/** Follows the journal for cases that have ended: each of them can be rated 每事必评. */
@Singleton
class EndedCases extends JournalFollower {
  private static final String NAME = "rating";
  private static final String[] ENDED = {"granted", "refused", "notAccepted", "withdrawn"};

  /** A case that was taken up again and has ended again is rated after its last end. */
  private static final String KEEP =
      """
      insert into ratable_case (case_number, item_code, item_name, item_name_en, department_code,
        department_name, department_name_en, region_code, applicant_masked, ended_by, ended_at, open_until)
      select distinct on (p.case_number) p.case_number, p.item_code, p.item_name, p.item_name_en,
        p.department_code, p.department_name, p.department_name_en, p.region_code, p.applicant_masked,
        case when p.state = 'withdrawn' then null else e.actor_account end,
        p.occurred_at, p.occurred_at + $3 * interval '1 second'
      from journal_event e join journal_public p on p.event_id = e.id
      where e.id = any ($1) and p.state = any ($2)
      order by p.case_number, e.sequence desc
      on conflict (case_number) do update set ended_by = excluded.ended_by, ended_at = excluded.ended_at,
        open_until = excluded.open_until
      """;

  private final RatingSettings settings;

  EndedCases(Pool pool, Vertx vertx, RatingSettings settings) {
    super(NAME, pool, vertx);
    this.settings = settings;
  }

  void start(@Observes @Priority(20) StartupEvent event, JournalStream stream) {
    follow(stream);
  }

  @Override
  protected Uni<Void> handle(SqlConnection connection, List<PlacedEvent> events) {
    UUID[] ofCases =
        events.stream()
            .filter(event -> event.subjectKind() == SubjectKind.CASE)
            .map(PlacedEvent::id)
            .toArray(UUID[]::new);
    Tuple row = Tuple.tuple();
    row.addArrayOfUUID(ofCases)
        .addArrayOfString(ENDED)
        .addDouble((double) settings.openFor().toSeconds());
    return connection.preparedQuery(KEEP).execute(row).replaceWithVoid();
  }
}
