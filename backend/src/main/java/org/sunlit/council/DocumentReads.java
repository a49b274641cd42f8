package org.sunlit.council;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sunlit.api.model.CouncilDocument;
import org.sunlit.api.model.CouncilMemberKind;
import org.sunlit.api.model.CouncilReceipt;
import org.sunlit.platform.CityTime;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Documents as their sender and those who are to have them see them. */
@ApplicationScoped
class DocumentReads {
  private static final String READ =
      """
      select d.id, d.number, d.content, d.sent_at, d.member, k.master, k.wrapped
      from council_document d join vault_key k on k.subject = 'councilDocument/' || d.number
      where ($1::uuid is null or d.member = $1
          or exists (select from council_receipt r where r.document_id = d.id and r.member = $1))
        and ($2::text is null or d.number = $2)
      order by d.sent_at desc, d.id desc limit 200
      """;
  private static final String RECEIPTS =
      """
      select document_id, member, received_at from council_receipt
      where document_id = any ($1) order by received_at nulls last, member
      """;

  private record Receipt(UUID document, UUID member, Instant at) {}

  private final Pool pool;
  private final MemberStore members;
  private final CouncilFiles files;
  private final Vault vault;

  DocumentReads(Pool pool, MemberStore members, CouncilFiles files, Vault vault) {
    this.pool = pool;
    this.members = members;
    this.files = files;
    this.vault = vault;
  }

  /**
   * Those a reader may see, the newest first.
   *
   * @param reader null for the staff, who see all
   */
  Uni<List<CouncilDocument>> list(Member reader) {
    return list(reader, null);
  }

  /** One of them; fails with 404 for what isn't there for the reader. */
  Uni<CouncilDocument> one(String number, Member reader) {
    return list(reader, number)
        .map(
            found ->
                found.stream().findFirst().orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  private Uni<List<CouncilDocument>> list(Member reader, String number) {
    return pool.preparedQuery(READ)
        .execute(Tuple.of(reader == null ? null : reader.id(), number))
        .map(rows -> rows.stream().toList())
        .chain(rows -> with(rows, reader));
  }

  private Uni<List<CouncilDocument>> with(List<Row> rows, Member reader) {
    UUID[] ids = rows.stream().map(row -> row.getUUID("id")).toArray(UUID[]::new);
    return pool.preparedQuery(RECEIPTS)
        .execute(Tuple.tuple().addArrayOfUUID(ids))
        .map(
            found ->
                found.stream()
                    .map(DocumentReads::receipt)
                    .collect(Collectors.groupingBy(Receipt::document)))
        .chain(
            receipts ->
                members
                    .all()
                    .map(all -> all.stream().collect(Collectors.toMap(Member::id, each -> each)))
                    .chain(
                        people ->
                            Multi.createFrom()
                                .iterable(rows)
                                .onItem()
                                .transformToUniAndConcatenate(
                                    row ->
                                        document(
                                            row,
                                            receipts.getOrDefault(row.getUUID("id"), List.of()),
                                            people,
                                            reader))
                                .collect()
                                .asList()));
  }

  private static Receipt receipt(Row row) {
    var at = row.getOffsetDateTime("received_at");
    return new Receipt(
        row.getUUID("document_id"), row.getUUID("member"), at == null ? null : at.toInstant());
  }

  private Uni<CouncilDocument> document(
      Row row, List<Receipt> receipts, Map<UUID, Member> people, Member reader) {
    DataKey key = vault.unwrap(CouncilDocuments.SUBJECT + row.getString("number"), row);
    var content = CouncilDocuments.Content.open(key, row.getBuffer("content").getBytes());
    UUID from = row.getUUID("member");
    // A member sees of others that they are addressed, and nothing of who has read it.
    List<Receipt> seen =
        receipts.stream()
            .filter(each -> reader == null || from != null || reader.id().equals(each.member()))
            .toList();
    return files
        .of(row.getUUID("id"), key)
        .map(
            attached ->
                new CouncilDocument()
                    .number(row.getString("number"))
                    .fromOffice(from == null)
                    .from(from == null ? null : people.get(from).about().name())
                    .title(content.title())
                    .words(content.words())
                    .sentAt(CityTime.offset(row.getOffsetDateTime("sent_at").toInstant()))
                    .files(TopicShapes.files(attached))
                    .recipients(receipts.size())
                    .received(
                        Math.toIntExact(
                            receipts.stream().filter(each -> each.at() != null).count()))
                    .receipts(seen.stream().map(each -> receipt(each, people)).toList())
                    .mayReceive(
                        receipts.stream()
                            .anyMatch(
                                each ->
                                    each.at() == null
                                        && (reader == null
                                            ? each.member() == null
                                            : reader.id().equals(each.member())))));
  }

  private static CouncilReceipt receipt(Receipt receipt, Map<UUID, Member> people) {
    Member member = receipt.member() == null ? null : people.get(receipt.member());
    return new CouncilReceipt()
        .name(member == null ? null : member.about().name())
        .kind(member == null ? null : CouncilMemberKind.fromString(member.kind().code()))
        .receivedAt(CityTime.offset(receipt.at()));
  }
}
