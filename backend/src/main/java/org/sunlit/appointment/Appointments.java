package org.sunlit.appointment;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.casework.rules.TrackingCodes;
import org.sunlit.edge.Address;
import org.sunlit.edge.Guesses;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.Transactor;
import org.sunlit.privacy.BlindIndex;
import org.sunlit.privacy.BlindTokens;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Booking, moving and cancelling (预约). A place in a slot is taken by one conditional statement, so
 * that however many try for the last one, exactly one gets it.
 */
@ApplicationScoped
public class Appointments {
  /** Of one telephone at a time, so that nobody books up a hall. */
  static final int MOST_OPEN = 3;

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String CODE = "appointment code";

  /** A slot of a schedule. */
  public record SlotRef(UUID scheduleId, LocalDate day, LocalTime starts) {}

  /** What is asked for. */
  public record Wanted(
      SlotRef slot,
      String itemCode,
      String groupCode,
      String name,
      String phone,
      String address,
      String about) {
    private byte[] canonical() {
      return new JsonObject()
          .put("slot", slot.toString())
          .put("item", itemCode)
          .put("group", groupCode)
          .put("name", name)
          .put("phone", phone)
          .put("address", address)
          .put("about", about)
          .encode()
          .getBytes(StandardCharsets.UTF_8);
    }
  }

  private final AppointmentStore store;
  private static final Uni<Void> NOTHING_MORE = Uni.createFrom().voidItem();

  private final Schedules schedules;
  private final Vault vault;
  private final BlindIndex blind;
  private final Idempotency idempotency;
  private final Transactor transactor;
  private final AppointmentNotices notices;
  private final Guesses guesses;
  private final Clock clock;

  Appointments(
      AppointmentStore store,
      Schedules schedules,
      Vault vault,
      BlindIndex blind,
      Idempotency idempotency,
      Transactor transactor,
      AppointmentNotices notices,
      Guesses guesses,
      Clock clock) {
    this.store = store;
    this.schedules = schedules;
    this.vault = vault;
    this.blind = blind;
    this.idempotency = idempotency;
    this.transactor = transactor;
    this.notices = notices;
    this.guesses = guesses;
    this.clock = clock;
  }

  /**
   * Books.
   *
   * @param account whose it is; null for a guest
   * @return the appointment's number, the first one's for a repeat; fails with 409 when the slot is
   *     full, 422 when there is no such slot
   */
  public Uni<String> book(Wanted wanted, String account, String idempotencyKey) {
    return book(wanted, account, idempotencyKey, (session, number) -> NOTHING_MORE);
  }

  /** The same with something else that is stored with it, told its number. */
  Uni<String> book(
      Wanted wanted,
      String account,
      String idempotencyKey,
      BiFunction<Mutiny.Session, String, Uni<Void>> also) {
    byte[] phone = blind.tokens().of(BlindTokens.Kind.PHONE, wanted.phone());
    return schedules
        .find(wanted.slot().scheduleId())
        .call(() -> knownItem(wanted.itemCode()))
        .chain(
            schedule ->
                store
                    .nextNumber()
                    .map(this::number)
                    .chain(
                        number ->
                            idempotency.once(
                                "bookAppointment",
                                account == null ? "guest" : account,
                                idempotencyKey,
                                wanted.canonical(),
                                session ->
                                    book(session, schedule, wanted, account, phone, number)
                                        .call(() -> also.apply(session, number)))))
        .map(Reply::body);
  }

  private Uni<Reply> book(
      Mutiny.Session session,
      Schedule schedule,
      Wanted wanted,
      String account,
      byte[] phone,
      String number) {
    UUID id = UUID.randomUUID();
    Instant now = clock.instant();
    String code = TrackingCodes.random(RANDOM);
    Stored.Personal personal =
        new Stored.Personal(
            wanted.name().strip(),
            wanted.phone(),
            wanted.address(),
            wanted.about(),
            TrackingCodes.shown(code));
    SlotRef slot = wanted.slot();
    check(wanted, schedule);
    return notTooMany(session, phone, now)
        .chain(() -> take(session, schedule, slot))
        .chain(() -> vault.keep(session, Stored.subject(id)))
        .call(
            key ->
                store.insert(
                    session,
                    new AppointmentStore.Booking(
                        id,
                        number,
                        hash(number, code),
                        account,
                        phone,
                        schedule,
                        slot,
                        wanted.itemCode(),
                        schedule.onSite() ? wanted.groupCode() : null,
                        personal),
                    key,
                    now))
        .call(key -> tell(session, id, account, personal, schedule, slot, number, key))
        .replaceWith(new Reply(201, number));
  }

  private Uni<Void> tell(
      Mutiny.Session session,
      UUID id,
      String account,
      Stored.Personal personal,
      Schedule schedule,
      SlotRef slot,
      String number,
      DataKey key) {
    return notices.booked(
        session,
        new AppointmentNotices.About(
            Stored.subject(id), account, personal.phone(), schedule, slot, number),
        clock.instant(),
        key);
  }

  /** The appointment, for who holds its number and code. */
  Uni<Stored> held(Address from, String typedNumber, String typedCode) {
    String number = typedNumber.strip().toUpperCase(Locale.ROOT);
    var wait = guesses.mustWait(from, number);
    if (wait.isPresent()) {
      throw Guesses.mustWaitProblem(wait.getAsLong());
    }
    byte[] asked = hash(number, TrackingCodes.read(typedCode).orElse(""));
    return store
        .find(number)
        .map(
            found ->
                found
                    .filter(stored -> MessageDigest.isEqual(stored.codeHash(), asked))
                    .orElseThrow(
                        () -> {
                          guesses.wrong(from, number);
                          return Problem.of(ProblemType.NOT_FOUND).detail("appointment.not-found");
                        }));
  }

  /** One that exists. */
  Uni<Stored> get(String number) {
    return store.find(number).map(Optional::orElseThrow);
  }

  Uni<List<Stored>> own(String account) {
    return store.own(account);
  }

  Stored.Personal open(Stored stored) {
    return stored.personal(vault);
  }

  /** Moves it to another slot of the same schedule. */
  Uni<Void> move(Stored stored, LocalDate day, LocalTime starts) {
    needMovable(stored);
    SlotRef slot = new SlotRef(stored.schedule().id(), day, starts);
    needOffered(stored.schedule(), slot);
    if (stored.day().equals(day) && stored.starts().equals(starts)) {
      return Uni.createFrom().voidItem();
    }
    return transactor.write(
        session ->
            take(session, stored.schedule(), slot)
                .chain(() -> store.giveBack(session, stored))
                .chain(() -> store.move(session, stored, slot, clock.instant()))
                .invoke(Appointments::needOne)
                .replaceWithVoid());
  }

  /** Gives it back. */
  Uni<Void> cancel(Stored stored) {
    needMovable(stored);
    return transactor.write(
        session ->
            store
                .cancel(session, stored, clock.instant())
                .invoke(Appointments::needOne)
                .chain(() -> store.giveBack(session, stored))
                .replaceWithVoid());
  }

  private void check(Wanted wanted, Schedule schedule) {
    Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
    if (wanted.name().isBlank()) {
      throw wrong.at("/name", "field.not-blank");
    }
    if (schedule.onSite()) {
      boolean offered =
          schedule.groups().stream().anyMatch(group -> group.code().equals(wanted.groupCode()));
      if (!offered) {
        throw wrong.at("/groupCode", "appointment.group-not-offered");
      }
      if (wanted.address() == null || wanted.address().isBlank()) {
        throw wrong.at("/address", "appointment.address-needed");
      }
    }
    needOffered(schedule, wanted.slot());
  }

  private void needOffered(Schedule schedule, SlotRef slot) {
    if (!schedules.offers(schedule, slot.day(), slot.starts())) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/slot/starts", "appointment.no-slot");
    }
  }

  private void needMovable(Stored stored) {
    if (!stored.state().movable(stored.startsAt(), clock.instant())) {
      throw Problem.of(ProblemType.CONFLICT).detail("appointment.begun");
    }
  }

  private Uni<Void> knownItem(String code) {
    return code == null
        ? Uni.createFrom().voidItem()
        : store
            .inForce(code, schedules.now().toLocalDate())
            .invoke(
                known -> {
                  if (!known) {
                    throw Problem.of(ProblemType.UNPROCESSABLE)
                        .at("/itemCode", "apply.item-unknown");
                  }
                })
            .replaceWithVoid();
  }

  private Uni<Void> notTooMany(Mutiny.Session session, byte[] phone, Instant now) {
    return store
        .open(session, phone, now)
        .invoke(
            open -> {
              if (open >= MOST_OPEN) {
                throw Problem.of(ProblemType.CONFLICT).detail("appointment.too-many", MOST_OPEN);
              }
            })
        .replaceWithVoid();
  }

  private Uni<Void> take(Mutiny.Session session, Schedule schedule, SlotRef slot) {
    return store
        .take(session, schedule, slot)
        .invoke(
            taken -> {
              if (!taken) {
                throw Problem.of(ProblemType.CONFLICT).detail("appointment.full");
              }
            })
        .replaceWithVoid();
  }

  private static void needOne(int changed) {
    if (changed == 0) {
      throw Problem.of(ProblemType.STALE_VERSION);
    }
  }

  private String number(long running) {
    return "Y%s-%06d".formatted(schedules.now().toLocalDate().toString().replace("-", ""), running);
  }

  private byte[] hash(String number, String code) {
    return blind.tokens().of(CODE, number + "/" + code);
  }
}
