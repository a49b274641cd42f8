package org.sunlit.complaint;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.calendar.CalendarService;
import org.sunlit.calendar.ClockEvent;
import org.sunlit.calendar.DeadlineFold;
import org.sunlit.calendar.Limit;
import org.sunlit.casework.rules.TrackingCodes;
import org.sunlit.complaint.rules.ComplaintAct;
import org.sunlit.complaint.rules.ComplaintChannel;
import org.sunlit.complaint.rules.ComplaintKind;
import org.sunlit.complaint.rules.ComplaintRules;
import org.sunlit.complaint.rules.Grade;
import org.sunlit.complaint.rules.Naming;
import org.sunlit.complaint.rules.Standing;
import org.sunlit.edge.Address;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.BlindIndex;
import org.sunlit.privacy.BlindTokens;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * The writer's side of a complaint: saying something, following it, urging, and saying what one
 * thinks of the answer. Number and tracking code are told once.
 */
@ApplicationScoped
public class Complaints {
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * What somebody says.
   *
   * @param caseNumber and all that follow, what it is linked to; each may be null
   */
  public record Message(
      ComplaintKind kind,
      ComplaintChannel channel,
      Naming naming,
      String subject,
      String text,
      String name,
      String phone,
      String place,
      String caseNumber,
      String itemCode,
      String departmentCode,
      String placeCode,
      boolean mayPublish) {
    private Content content() {
      boolean anonymous = naming == Naming.ANONYMOUS;
      return new Content(
          subject.strip(), text.strip(), anonymous ? null : name, anonymous ? null : phone, place);
    }
  }

  /** What the writer is told, once. */
  public record Receipt(
      String number, String trackingCode, Instant receivedAt, Instant screenBy, Instant replyBy) {}

  private final ComplaintStore store;
  private final ComplaintWriter writer;
  private final ComplaintLinks links;
  private final ComplaintSettings settings;
  private final CalendarService calendars;
  private final Vault vault;
  private final BlindIndex blind;
  private final Idempotency idempotency;
  private final ComplaintCodes codes;
  private final Clock clock;

  Complaints(
      ComplaintStore store,
      ComplaintWriter writer,
      ComplaintLinks links,
      ComplaintSettings settings,
      CalendarService calendars,
      Vault vault,
      BlindIndex blind,
      Idempotency idempotency,
      ComplaintCodes codes,
      Clock clock) {
    this.store = store;
    this.writer = writer;
    this.links = links;
    this.settings = settings;
    this.calendars = calendars;
    this.vault = vault;
    this.blind = blind;
    this.idempotency = idempotency;
    this.codes = codes;
    this.clock = clock;
  }

  /**
   * Takes in what somebody says.
   *
   * @param operator who writes it down; null for the writer
   * @return fails with 422 for what is missing or linked to nothing
   */
  public Uni<Receipt> send(Message message, Actor operator, String idempotencyKey) {
    check(message);
    return links
        .check(message)
        .chain(
            () ->
                idempotency.once(
                    "sendComplaint",
                    operator == null ? "guest" : operator.accountId(),
                    idempotencyKey,
                    StoredJson.bytes(message),
                    session ->
                        send(session, message, operator)
                            .map(receipt -> new Reply(201, StoredJson.write(receipt)))))
        .map(reply -> StoredJson.read(reply.body(), Receipt.class));
  }

  /**
   * The same within the caller's transaction, for what another room hands over; it knows that what
   * it is linked to exists.
   */
  public Uni<Receipt> send(Mutiny.Session session, Message message, Actor operator) {
    check(message);
    return store.running(session).chain(running -> receive(session, message, operator, running));
  }

  private static void check(Message message) {
    Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
    if (message.subject().isBlank()) {
      wrong = wrong.at("/subject", "field.not-blank");
    }
    if (message.text().isBlank()) {
      wrong = wrong.at("/text", "field.not-blank");
    }
    if (message.naming() != Naming.ANONYMOUS) {
      if (message.name() == null) {
        wrong = wrong.at("/name", "complaint.name-needed");
      }
      if (message.phone() == null || !message.phone().matches("\\+?[0-9][0-9 -]{5,18}[0-9]")) {
        wrong = wrong.at("/phone", "complaint.phone-needed");
      }
    }
    if (!wrong.errors().isEmpty()) {
      throw wrong;
    }
  }

  private Uni<Receipt> receive(
      Mutiny.Session session, Message message, Actor operator, long running) {
    Instant now = clock.instant();
    String day = LocalDate.ofInstant(now, CityTime.ZONE).toString().replace("-", "");
    String number = "S%s-%06d".formatted(day, running);
    String code = TrackingCodes.random(RANDOM);
    Limit screening = settings.screening();
    Limit reply = settings.reply(message.kind(), message.channel());
    ComplaintAct received =
        new ComplaintAct.Received(
            now,
            operator == null ? null : operator.accountId(),
            message.kind(),
            message.channel(),
            message.naming(),
            screening,
            reply);
    Content content = message.content();
    return vault
        .keep(session, ComplaintRecord.SUBJECT + number)
        .call(
            key ->
                writer.receive(
                    session,
                    born(message, number, code, received, key),
                    token(content.phone()),
                    key))
        .replaceWith(
            new Receipt(
                number, TrackingCodes.shown(code), now, due(now, screening), due(now, reply)));
  }

  private ComplaintRecord born(
      Message message, String number, String code, ComplaintAct received, DataKey key) {
    return new ComplaintRecord(
        UUID.randomUUID(),
        number,
        codes.hash(number, code),
        message.content().seal(key),
        message.mayPublish(),
        message.caseNumber(),
        message.itemCode(),
        message.placeCode(),
        message.departmentCode(),
        0,
        List.of(received));
  }

  private Instant due(Instant start, Limit limit) {
    return DeadlineFold.fold(
            List.of(ClockEvent.start(start)), limit, calendars.current(), List.of())
        .dueAt()
        .orElseThrow()
        .toInstant();
  }

  /** The blind index of a telephone; null for none. */
  byte[] token(String phone) {
    return phone == null ? null : blind.tokens().of(BlindTokens.Kind.PHONE, phone);
  }

  /** What the writer shows: a complaint by number and code. */
  public record Keys(Address from, String number, String code) {}

  /** Urges an answer, once a day. */
  public Uni<Void> urge(Keys keys, String words, String idempotencyKey) {
    return asWriter(
        "urge",
        keys,
        idempotencyKey,
        words,
        (session, complaint) -> {
          Instant at = writer.after(complaint);
          if (!ComplaintRules.mayUrge(complaint.standing(), at)) {
            throw Problem.of(ProblemType.CONFLICT).detail("complaint.urged");
          }
          return writer.add(session, complaint, new ComplaintAct.Urged(at, null), blankless(words));
        });
  }

  /** Says what one thinks of the answer; not satisfied the first time, it is handled once more. */
  public Uni<Void> rate(Keys keys, Grade grade, String words, String idempotencyKey) {
    return asWriter(
        "rate",
        keys,
        idempotencyKey,
        grade.code() + words,
        (session, complaint) -> {
          if (!ComplaintRules.mayRate(complaint.standing())) {
            throw Problem.of(ProblemType.CONFLICT).detail("complaint.not-ratable");
          }
          Instant at = writer.after(complaint);
          return writer
              .add(session, complaint, new ComplaintAct.Rated(at, null, grade), blankless(words))
              .chain(rated -> writer.add(session, rated, afterwards(rated.standing(), at), null));
        });
  }

  private ComplaintAct afterwards(Standing rated, Instant at) {
    return rated.reopens()
        ? new ComplaintAct.Reopened(at, null, settings.reply(rated.kind(), rated.channel()))
        : new ComplaintAct.Closed(at, null);
  }

  private Uni<Void> asWriter(
      String what,
      Keys keys,
      String idempotencyKey,
      Object request,
      BiFunction<Mutiny.Session, ComplaintRecord, Uni<ComplaintRecord>> act) {
    String number = codes.mayTry(keys.from(), keys.number());
    Function<Mutiny.Session, Uni<Reply>> work =
        session ->
            store
                .hold(session, number)
                .map(found -> found.orElseThrow(() -> codes.unknown(keys.from(), number)))
                .invoke(complaint -> codes.prove(keys.from(), complaint, keys.code()))
                .chain(complaint -> act.apply(session, complaint))
                .replaceWith(new Reply(200, "{}"));
    return idempotency
        .once(
            what + "Complaint " + number,
            "guest",
            idempotencyKey,
            StoredJson.bytes(List.of(keys.code(), String.valueOf(request))),
            work)
        .replaceWithVoid();
  }

  static String blankless(String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }
}
