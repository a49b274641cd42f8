package org.sunlit.clue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.sunlit.api.model.Clue;
import org.sunlit.api.model.ClueChannel;
import org.sunlit.api.model.ClueDisposal;
import org.sunlit.api.model.ClueOfficer;
import org.sunlit.api.model.ClueOutcome;
import org.sunlit.api.model.CluePage;
import org.sunlit.api.model.ClueSanction;
import org.sunlit.api.model.ClueSourceKind;
import org.sunlit.api.model.ClueState;
import org.sunlit.clue.rules.ClueRules;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;
import org.sunlit.privacy.AccessTrail;
import org.sunlit.privacy.Look;
import org.sunlit.privacy.LookKind;
import org.sunlit.privacy.Vault;
import org.sunlit.privacy.WrappedKey;

/**
 * The pool as it is listed. Who may see which is asked in the SQL, but for those a clue is about:
 * whom it is about is sealed, so what concerns the reader is left out once it is opened.
 */
@ApplicationScoped
class ClueLists {
  private static final int MOST = 200;
  private static final String WANTED =
      """
      ($1 or c.investigator = $2 or c.reviewer = $2) and ($3::text is null or c.state = $3)
        and ($4::text is null or c.channel = $4) and (not $5 or c.due_at is not null)
        and (not $6 or c.due_at < $7) and (not $8 or c.investigator = $2 or c.reviewer = $2)
      """;
  private static final String LISTED =
      """
      select c.*, i.name as investigator_name, i.name_en as investigator_name_en, r.name as reviewer_name,
        r.name_en as reviewer_name_en, k.master, k.wrapped
      from clue c join vault_key k on k.subject = 'clue/' || c.number
        left join account i on i.account = c.investigator left join account r on r.account = c.reviewer
      where\s"""
          + WANTED
          + " order by c.due_at, c.received_at desc, c.number limit "
          + MOST;
  private static final String COUNT = "select count(*) as total from clue c where " + WANTED;

  /** What is looked for; null is any. */
  record Asked(String state, String channel, boolean open, boolean overdue, boolean mine) {}

  private final Pool pool;
  private final Vault vault;
  private final AccessTrail trail;
  private final Clock clock;

  ClueLists(Pool pool, Vault vault, AccessTrail trail, Clock clock) {
    this.pool = pool;
    this.vault = vault;
    this.trail = trail;
    this.clock = clock;
  }

  /** Up to 200 of what this reader may see, what is due first, and how many there are. */
  Uni<CluePage> list(Asked asked, Actor actor, UUID session) {
    Instant now = clock.instant();
    ClueRules.Reader reader = Readers.of(actor);
    Tuple wanted =
        Tuple.tuple()
            .addValue(reader.heads())
            .addValue(reader.account())
            .addValue(asked.state())
            .addValue(asked.channel())
            .addValue(asked.open())
            .addValue(asked.overdue())
            .addValue(CityTime.offset(now))
            .addValue(asked.mine());
    return trail
        .write(Look.by(actor, session, LookKind.CLUES_LISTED))
        .chain(() -> pool.preparedQuery(LISTED).execute(wanted))
        .map(rows -> rows.stream().toList())
        .chain(
            rows -> {
              List<Clue> shown =
                  rows.stream().flatMap(row -> listed(row, reader, now).stream()).toList();
              int hidden = rows.size() - shown.size();
              return total(rows.size(), wanted)
                  .map(total -> new CluePage().items(shown).total(total - hidden));
            });
  }

  private Uni<Integer> total(int found, Tuple wanted) {
    return found < MOST
        ? Uni.createFrom().item(found)
        : pool.preparedQuery(COUNT)
            .execute(wanted)
            .map(rows -> Math.toIntExact(rows.iterator().next().getLong("total")));
  }

  private Optional<Clue> listed(Row row, ClueRules.Reader reader, Instant now) {
    String number = row.getString("number");
    WrappedKey wrapped =
        new WrappedKey(
            ClueRecord.SUBJECT + number,
            row.getString("master"),
            row.getBuffer("wrapped").getBytes());
    Content content = Content.open(vault.unwrap(wrapped), row.getBuffer("content").getBytes());
    return content.concern().isAbout(reader.account())
        ? Optional.empty()
        : Optional.of(listed(row, number, content.title(), now));
  }

  private static Clue listed(Row row, String number, String title, Instant now) {
    OffsetDateTime due = row.getOffsetDateTime("due_at");
    String source = row.getString("source");
    String disposal = row.getString("disposal");
    String outcome = row.getString("outcome");
    return new Clue()
        .number(number)
        .state(ClueState.fromString(row.getString("state")))
        .channel(ClueChannel.fromString(row.getString("channel")))
        .sourceKind(source == null ? null : ClueSourceKind.fromString(source))
        .title(title)
        .named(row.getBoolean("named"))
        .receivedAt(CityTime.offset(row.getOffsetDateTime("received_at").toInstant()))
        .dueAt(due == null ? null : CityTime.offset(due.toInstant()))
        .late(due != null && due.toInstant().isBefore(now))
        .investigator(officer(row, "investigator"))
        .reviewer(officer(row, "reviewer"))
        .disposal(disposal == null ? null : ClueDisposal.fromString(disposal))
        .outcome(outcome == null ? null : ClueOutcome.fromString(outcome))
        .sanctions(
            Stream.of(row.getArrayOfStrings("sanctions")).map(ClueSanction::fromString).toList());
  }

  private static ClueOfficer officer(Row row, String part) {
    String account = row.getString(part);
    return account == null
        ? null
        : new ClueOfficer()
            .account(account)
            .name(row.getString(part + "_name"))
            .nameEn(row.getString(part + "_name_en"));
  }
}
