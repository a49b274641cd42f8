package org.sunlit.council;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.council.rules.MemberKind;
import org.sunlit.identity.Actor;
import org.sunlit.journal.Journal;
import org.sunlit.notice.NoticeText;
import org.sunlit.notice.StaffNotices;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.StoredJson;
import org.sunlit.platform.Transactor;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Documents to members and from them 公文传输 (K7): sealed, told of, and signed for once by each who is
 * to have it.
 */
@ApplicationScoped
public class CouncilDocuments {
  /** Begins what a document's key is kept under; its number follows. */
  static final String SUBJECT = "councilDocument/";

  private static final String PLACE = "council_document/content";
  private static final String NUMBER = "select nextval('council_document_number')";
  private static final String INSERT =
      """
      insert into council_document (id, number, content, sent_at, sent_by, member)
      values (:id, :number, :content, :at, :by, cast(:member as uuid))
      """;
  private static final String ADDRESS_OFFICE =
      "insert into council_receipt (document_id, member) values (:document, null)";
  private static final String ADDRESS_MEMBERS =
      """
      insert into council_receipt (document_id, member)
      select :document, m.id from council_member m
      where m.ended_at is null and m.account is not null
        and cast(:today as date) between m.serves_from and m.serves_until
        and (m.kind = any (string_to_array(:kinds, ',')) or cast(m.id as text) = any (string_to_array(:members, ',')))
      """;
  private static final String ADDRESSED =
      """
      select m.account from council_receipt r join council_member m on m.id = r.member
      where r.document_id = :document order by m.account
      """;
  private static final String RECEIVE =
      """
      update council_receipt r set received_at = :at, received_by = :by
      from council_document d
      where d.id = r.document_id and d.number = :number and r.member is not distinct from cast(:member as uuid)
        and r.received_at is null
      """;

  /** What is sent. */
  public record Draft(String title, String words, List<UUID> files) {}

  /** What a document says, as it is sealed. */
  record Content(String title, String words) {
    byte[] seal(DataKey key) {
      return key.seal(PLACE, StoredJson.bytes(this));
    }

    static Content open(DataKey key, byte[] sealed) {
      return StoredJson.read(key.openWords(PLACE, sealed), Content.class);
    }
  }

  private record Sent(UUID id, String number, Instant at, DataKey key) {}

  private final MemberStore members;
  private final CouncilReaders readers;
  private final CouncilFiles files;
  private final StaffNotices notices;
  private final Journal journal;
  private final Vault vault;
  private final Transactor transactor;
  private final Idempotency idempotency;
  private final Clock clock;

  CouncilDocuments(
      MemberStore members,
      CouncilReaders readers,
      CouncilFiles files,
      StaffNotices notices,
      Journal journal,
      Vault vault,
      Transactor transactor,
      Idempotency idempotency,
      Clock clock) {
    this.members = members;
    this.readers = readers;
    this.files = files;
    this.notices = notices;
    this.journal = journal;
    this.vault = vault;
    this.transactor = transactor;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  /**
   * Sends a document to members who serve today, each by name or all of a kind.
   *
   * @return its number; fails with 422 where nobody would get it
   */
  public Uni<String> toMembers(
      Draft draft, List<MemberKind> kinds, List<UUID> to, Actor office, String idempotencyKey) {
    check(draft);
    String byKind = String.join(",", kinds.stream().map(MemberKind::code).toList());
    String byId = String.join(",", to.stream().map(UUID::toString).toList());
    return once(
        "sendDocumentToMembers",
        List.of(draft, byKind, byId),
        office,
        idempotencyKey,
        session ->
            sent(session, draft, null, office)
                .call(
                    sent ->
                        session
                            .createNativeQuery(ADDRESS_MEMBERS)
                            .setParameter("document", sent.id())
                            .setParameter("today", members.today())
                            .setParameter("kinds", byKind)
                            .setParameter("members", byId)
                            .executeUpdate()
                            .invoke(CouncilDocuments::needSomebody))
                .call(
                    sent ->
                        session
                            .createNativeQuery(ADDRESSED, String.class)
                            .setParameter("document", sent.id())
                            .getResultList()
                            .chain(accounts -> tell(session, sent, "document", accounts)))
                .map(Sent::number));
  }

  /**
   * Sends a document to the office.
   *
   * @return its number; fails with 404 for whoever isn't serving
   */
  public Uni<String> toOffice(Draft draft, Actor person, String idempotencyKey) {
    check(draft);
    return once(
        "sendDocumentToOffice",
        draft,
        person,
        idempotencyKey,
        session ->
            readers
                .member(session, person)
                .chain(member -> sent(session, draft, member.id(), person))
                .call(
                    sent ->
                        session
                            .createNativeQuery(ADDRESS_OFFICE)
                            .setParameter("document", sent.id())
                            .executeUpdate())
                .call(
                    sent ->
                        session
                            .createNativeQuery(TopicNotices.OFFICE, String.class)
                            .getResultList()
                            .chain(accounts -> tell(session, sent, "office.document", accounts)))
                .map(Sent::number));
  }

  private Uni<String> once(
      String operation,
      Object request,
      Actor actor,
      String idempotencyKey,
      Function<Mutiny.Session, Uni<String>> work) {
    return idempotency
        .once(
            operation,
            actor.accountId(),
            idempotencyKey,
            StoredJson.bytes(request),
            session -> work.apply(session).map(number -> new Reply(201, StoredJson.write(number))))
        .map(reply -> StoredJson.read(reply.body(), String.class));
  }

  private static void check(Draft draft) {
    Topics.needText(draft.title(), "/title");
    Topics.needText(draft.words(), "/words");
  }

  private static void needSomebody(int addressed) {
    if (addressed == 0) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/members", "council.nobody");
    }
  }

  private Uni<Sent> sent(Mutiny.Session session, Draft draft, UUID from, Actor by) {
    UUID id = UUID.randomUUID();
    Instant now = clock.instant();
    String day = LocalDate.ofInstant(now, CityTime.ZONE).toString().replace("-", "");
    return session
        .createNativeQuery(NUMBER, Long.class)
        .getSingleResult()
        .map(running -> "JW%s-%06d".formatted(day, running))
        .chain(
            number ->
                vault
                    .keep(session, SUBJECT + number)
                    .call(
                        key ->
                            session
                                .createNativeQuery(INSERT)
                                .setParameter("id", id)
                                .setParameter("number", number)
                                .setParameter(
                                    "content",
                                    new Content(draft.title().strip(), draft.words().strip())
                                        .seal(key))
                                .setParameter("at", CityTime.offset(now))
                                .setParameter("by", by.accountId())
                                .setParameter("member", from)
                                .executeUpdate())
                    .call(
                        key ->
                            files.keep(
                                session, CouncilFiles.Of.document(id), draft.files(), now, key))
                    .call(
                        () ->
                            journal.append(
                                session,
                                TopicWriter.entry(
                                    number,
                                    "documentSent",
                                    from == null ? by.accountId() : null,
                                    now,
                                    Map.of("fromOffice", from == null))))
                    .map(key -> new Sent(id, number, now, key)));
  }

  private Uni<Void> tell(Mutiny.Session session, Sent sent, String text, List<String> accounts) {
    return notices.tell(
        session,
        SUBJECT + sent.number(),
        "sent",
        NoticeText.of("council." + text, sent.number()),
        accounts,
        sent.at(),
        sent.key());
  }

  /**
   * Signs for a document as a member, once.
   *
   * @return fails with 404 for whoever isn't serving, 409 for one that isn't to them or is signed
   *     for
   */
  public Uni<Void> receive(String number, Actor person) {
    return transactor.write(
        session ->
            readers
                .member(session, person)
                .chain(member -> receive(session, number, member.id(), person)));
  }

  /** Signs for a member's document as the office, once. */
  public Uni<Void> receiveAtOffice(String number, Actor office) {
    return transactor.write(session -> receive(session, number, null, office));
  }

  private Uni<Void> receive(Mutiny.Session session, String number, UUID member, Actor by) {
    return session
        .createNativeQuery(RECEIVE)
        .setParameter("at", CityTime.offset(clock.instant()))
        .setParameter("by", by.accountId())
        .setParameter("number", number)
        .setParameter("member", member)
        .executeUpdate()
        .invoke(
            signed -> {
              if (signed == 0) {
                throw Problem.of(ProblemType.CONFLICT).detail("council.not-to-sign");
              }
            })
        .replaceWithVoid();
  }
}
