package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sunlit.api.model.CaseSummary;
import org.sunlit.api.model.PeopleFound;
import org.sunlit.calendar.CalendarService;
import org.sunlit.identity.Actor;
import org.sunlit.privacy.AccessTrail;
import org.sunlit.privacy.BlindIndex;
import org.sunlit.privacy.BlindTokens;
import org.sunlit.privacy.Look;
import org.sunlit.privacy.LookKind;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Finds the cases of a person, among those the reader may see. It is counted by the trail it
 * leaves, so nobody goes through a list of names with it, whichever node answers.
 */
@ApplicationScoped
class PersonSearch {
  private static final int MOST = 50;
  private static final int MOST_A_MINUTE = 20;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String FIND =
      """
      select c.case_number, c.item_code, c.item_name, c.item_name_en, c.department_code,
        d.name as department_name, d.name_en as department_name_en, c.region_code, c.handling,
        c.applicant_masked, c.state, c.step_id, c.step_name, c.step_name_en, c.step_due_at, c.due_at,
        c.due_order, c.priority, c.submitted_at, c.version
      from person_index p
        join case_file c on c.case_number = p.case_number
        join department d on d.code = c.department_code
      where p.token = $1 and p.kind = $2 and
      """
          + CaseRights.readable(4)
          + " order by c.submitted_at desc, c.case_number limit $3";

  private final Pool pool;
  private final BlindIndex blind;
  private final AccessTrail trail;
  private final CalendarService calendars;
  private final Clock clock;

  PersonSearch(
      Pool pool, BlindIndex blind, AccessTrail trail, CalendarService calendars, Clock clock) {
    this.pool = pool;
    this.blind = blind;
    this.trail = trail;
    this.calendars = calendars;
    this.clock = clock;
  }

  /**
   * Their cases, the latest first.
   *
   * @return fails with a {@link Problem} 429 when the actor has searched too often
   */
  Uni<PeopleFound> find(BlindTokens.Kind kind, String value, Actor actor, UUID session) {
    Tuple asked = Tuple.of(Buffer.buffer(blind.tokens().of(kind, value)), kind.code(), MOST + 1);
    return count(actor, session, List.of(kind.code()))
        .chain(() -> pool.preparedQuery(FIND).execute(new CaseRights(actor).addTo(asked)))
        .map(this::found);
  }

  /**
   * Leaves on the trail that somebody is looked for by these values.
   *
   * @return fails with a {@link Problem} 429 when the actor has searched too often
   */
  Uni<Void> count(Actor actor, UUID session, List<String> by) {
    return trail
        .recent(actor.accountId(), LookKind.PERSON_SEARCHED, MINUTE)
        .invoke(
            searches -> {
              if (searches >= MOST_A_MINUTE) {
                throw Problem.of(ProblemType.TOO_MANY_REQUESTS, MINUTE.toSeconds())
                    .header("Retry-After", Long.toString(MINUTE.toSeconds()));
              }
            })
        .chain(() -> trail.write(Look.by(actor, session, LookKind.PERSON_SEARCHED).at(by, null)));
  }

  private PeopleFound found(Iterable<Row> rows) {
    DueSpans spans = DueSpans.at(clock.instant(), calendars.current());
    List<CaseSummary> items = new ArrayList<>();
    for (Row row : rows) {
      items.add(CaseList.summary(row, spans));
    }
    return new PeopleFound()
        .items(items.subList(0, Math.min(MOST, items.size())))
        .more(items.size() > MOST);
  }
}
