package org.sunlit.council;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sunlit.api.model.OwnCouncil;
import org.sunlit.api.model.OwnWriting;
import org.sunlit.casework.OwnCouncilPart;
import org.sunlit.platform.CityTime;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;

/**
 * What a member was appointed for and wrote, for the copy of their data (个人信息保护法第四十五条); of others
 * there is nothing in it.
 */
@ApplicationScoped
class OwnWritings implements OwnCouncilPart {
  private static final String CONTRIBUTIONS =
      """
      select t.number, t.content, a.number as act, a.at, a.words, k.master, k.wrapped
      from council_topic_act a join council_topic t on t.id = a.topic_id
        join vault_key k on k.subject = 'councilTopic/' || t.number
      where a.account = $1 and a.kind in ('opened', 'contributed')
      """;
  private static final String DOCUMENTS =
      """
      select d.number, d.content, d.sent_at as at, k.master, k.wrapped
      from council_document d join vault_key k on k.subject = 'councilDocument/' || d.number
      where d.sent_by = $1 and d.member is not null
      """;

  private final Pool pool;
  private final Vault vault;
  private final MemberStore members;

  OwnWritings(Pool pool, Vault vault, MemberStore members) {
    this.pool = pool;
    this.vault = vault;
    this.members = members;
  }

  @Override
  public Uni<OwnCouncil> of(String account) {
    return members
        .joined(account)
        .chain(
            appointments ->
                appointments.isEmpty()
                    ? Uni.createFrom().nullItem()
                    : written(account).map(written -> part(appointments, written)));
  }

  private OwnCouncil part(List<Member> appointments, List<OwnWriting> written) {
    return new OwnCouncil()
        .memberships(
            appointments.stream().map(each -> MemberShapes.own(each, members.today())).toList())
        .written(written);
  }

  private Uni<List<OwnWriting>> written(String account) {
    return Uni.combine()
        .all()
        .unis(
            read(CONTRIBUTIONS, account, this::contribution),
            read(DOCUMENTS, account, this::document))
        .with(
            (contributions, documents) ->
                Stream.concat(contributions.stream(), documents.stream())
                    .sorted(Comparator.comparing(OwnWriting::getWrittenAt).reversed())
                    .toList());
  }

  private Uni<List<OwnWriting>> read(String sql, String account, Function<Row, OwnWriting> shape) {
    return pool.preparedQuery(sql)
        .execute(Tuple.of(account))
        .map(rows -> rows.stream().map(shape).toList());
  }

  private OwnWriting contribution(Row row) {
    DataKey key = vault.unwrap(TopicRecord.SUBJECT + row.getString("number"), row);
    return writing(row)
        .title(TopicRecord.title(key, row.getBuffer("content").getBytes()))
        .words(TopicWriter.words(key, row.getInteger("act"), row.getBuffer("words").getBytes()));
  }

  private OwnWriting document(Row row) {
    DataKey key = vault.unwrap(CouncilDocuments.SUBJECT + row.getString("number"), row);
    var content = CouncilDocuments.Content.open(key, row.getBuffer("content").getBytes());
    return writing(row).title(content.title()).words(content.words());
  }

  private static OwnWriting writing(Row row) {
    return new OwnWriting()
        .number(row.getString("number"))
        .writtenAt(CityTime.offset(row.getOffsetDateTime("at").toInstant()));
  }
}
