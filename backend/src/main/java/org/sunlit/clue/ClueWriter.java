package org.sunlit.clue;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.clue.rules.ClueAct;
import org.sunlit.clue.rules.ClueStanding;
import org.sunlit.platform.CityTime;
import org.sunlit.privacy.DataKey;

/**
 * Writes what happens to clues, with the messages that tell of it, in one transaction. Nothing of
 * it enters the journal: that somebody is looked into is nobody's but the office's (ADR 123).
 */
@ApplicationScoped
class ClueWriter {
  private final ClueStore store;
  private final ClueNotices notices;
  private final ClueMarks marks;
  private final Clock clock;

  ClueWriter(ClueStore store, ClueNotices notices, ClueMarks marks, Clock clock) {
    this.store = store;
    this.notices = notices;
    this.marks = marks;
    this.clock = clock;
  }

  /** Now, and never before what happened last. */
  Instant after(ClueRecord clue) {
    return CityTime.after(clue.last().at(), clock);
  }

  /**
   * Stores what has just come in; {@code born} has its receipt as its only act.
   *
   * @return false when the same thing was handed over before
   */
  Uni<Boolean> takeIn(
      Mutiny.Session session, ClueRecord born, Content content, byte[] source, DataKey key) {
    List<String> concerned = marks.concerned(born.number(), content.concern());
    return store
        .insert(session, born, source, concerned)
        .chain(
            stored ->
                stored
                    ? written(session, born, content, Texts.NONE, key).replaceWith(true)
                    : Uni.createFrom().item(false));
  }

  /**
   * The clue after something happened to it.
   *
   * @param handlers marks of those who have a part by it, beside those who had one
   */
  Uni<Void> add(
      Mutiny.Session session,
      ClueRecord clue,
      ClueAct act,
      List<String> handlers,
      Content content,
      Texts texts,
      DataKey key) {
    List<String> had = act instanceof ClueAct.Dispatched ? List.of() : clue.handlers();
    List<String> have = Stream.concat(had.stream(), handlers.stream()).distinct().toList();
    return written(session, clue.after(act, have), content, texts, key);
  }

  private Uni<Void> written(
      Mutiny.Session session, ClueRecord clue, Content content, Texts texts, DataKey key) {
    byte[] sealed = texts.seal(key, clue.version());
    return store
        .append(session, clue, sealed, letterTo(clue.standing(), content))
        .chain(() -> notices.tell(session, clue, content, texts, key));
  }

  private byte[] letterTo(ClueStanding standing, Content content) {
    return content.account() == null || standing.decision() == null
        ? null
        : marks.letterTo(content.account());
  }
}
