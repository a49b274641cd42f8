package org.sunlit.council;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.council.CouncilFiles.Listed;
import org.sunlit.council.rules.TopicAct;
import org.sunlit.council.rules.TopicRules;
import org.sunlit.council.rules.TopicRules.Reader;
import org.sunlit.council.rules.TopicStanding;
import org.sunlit.powerlist.DepartmentNames;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Topics as they are opened. */
@ApplicationScoped
class TopicReads {
  private static final String ONE = TopicStore.LOAD + "t.number = $1";
  private static final String SAID =
      """
      select a.number, p.name, a.words from council_topic_act a left join account p on p.account = a.account
      where a.topic_id = $1 order by a.number
      """;
  private static final String PUBLIC =
      "select exists (select from council_publication where topic_id = $1 and is_public) as there";

  /**
   * An act's words and who of the staff said them.
   *
   * @param name of the account; members go by their appointment
   */
  record Said(String name, String words) {}

  /**
   * A topic with all that belongs to it.
   *
   * @param said by act, in order
   * @param authors members by account
   */
  record Opened(
      TopicRecord topic,
      String title,
      List<Said> said,
      Map<String, Member> authors,
      List<Listed> files,
      Map<String, DepartmentReference> departments,
      boolean published) {

    /** The words of the act with this number. */
    String words(int act) {
      return said.get(act - 1).words();
    }

    List<Listed> files(int act) {
      return files.stream().filter(each -> each.act() == act).toList();
    }
  }

  private final Pool pool;
  private final Vault vault;
  private final MemberStore members;
  private final CouncilFiles files;
  private final DepartmentNames names;

  TopicReads(
      Pool pool, Vault vault, MemberStore members, CouncilFiles files, DepartmentNames names) {
    this.pool = pool;
    this.vault = vault;
    this.members = members;
    this.files = files;
    this.names = names;
  }

  /** It, for a reader; fails with 404 for one that isn't there for them. */
  Uni<TopicRecord> find(String number, Reader reader) {
    return pool.preparedQuery(ONE)
        .execute(Tuple.of(number))
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(row -> TopicStore.read(row.getString("record")))
                    .filter(topic -> TopicRules.sees(topic.standing(), reader))
                    .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  /** The whole of it, unsealed; what the reader sees of it is decided by the shapes. */
  Uni<Opened> open(String number, Reader reader) {
    return find(number, reader)
        .chain(
            topic ->
                vault
                    .find(topic.subject())
                    .map(Optional::orElseThrow)
                    .chain(key -> open(topic, key)));
  }

  private Uni<Opened> open(TopicRecord topic, DataKey key) {
    TopicStanding standing = topic.standing();
    List<String> accounts =
        standing.contributions().stream().map(TopicStanding.Contribution::author).toList();
    String title = TopicRecord.title(key, topic.content());
    return said(topic, key)
        .chain(
            said ->
                members
                    .authors(accounts)
                    .chain(
                        authors ->
                            files
                                .of(topic.id(), key)
                                .chain(
                                    files ->
                                        departments(topic)
                                            .chain(
                                                names ->
                                                    isPublic(topic)
                                                        .map(
                                                            there ->
                                                                new Opened(
                                                                    topic, title, said, authors,
                                                                    files, names, there))))));
  }

  private Uni<List<Said>> said(TopicRecord topic, DataKey key) {
    return pool.preparedQuery(SAID)
        .execute(Tuple.of(topic.id()))
        .map(rows -> rows.stream().map(row -> said(row, key)).toList());
  }

  private static Said said(Row row, DataKey key) {
    var sealed = row.getBuffer("words");
    return new Said(
        row.getString("name"),
        sealed == null
            ? null
            : TopicWriter.words(key, row.getInteger("number"), sealed.getBytes()));
  }

  private Uni<Map<String, DepartmentReference>> departments(TopicRecord topic) {
    Stream<String> asked =
        topic.acts().stream()
            .flatMap(
                act ->
                    act instanceof TopicAct.Asked one
                        ? Stream.of(one.department())
                        : Stream.empty());
    return names.of(Stream.concat(Stream.ofNullable(topic.standing().suggested()), asked).toList());
  }

  private Uni<Boolean> isPublic(TopicRecord topic) {
    return pool.preparedQuery(PUBLIC)
        .execute(Tuple.of(topic.id()))
        .map(rows -> rows.iterator().next().getBoolean("there"));
  }
}
