package org.sunlit.appointment;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.casework.rules.Masks;
import org.sunlit.casework.rules.TrackingCodes;
import org.sunlit.edge.Address;
import org.sunlit.edge.Guesses;
import org.sunlit.platform.CityTime;
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

  private static final String TAKE =
      """
      insert into appointment_slot (schedule_id, day, starts, taken, capacity)
      values (:schedule, :day, :starts, 1, :capacity)
      on conflict (schedule_id, day, starts) do update
        set taken = appointment_slot.taken + 1, capacity = greatest(excluded.capacity, appointment_slot.taken + 1)
        where appointment_slot.taken < excluded.capacity
      """;
  private static final String GIVE_BACK =
      """
      update appointment_slot set taken = taken - 1
      where schedule_id = :schedule and day = :day and starts = :starts and taken > 0
      """;
  private static final String INSERT =
      """
      with counted as (
        insert into appointment_day (place_code, day, last) values (:place, :day, 1)
        on conflict (place_code, day) do update set last = appointment_day.last + 1
        returning last
      )
      insert into appointment (id, number, code_hash, account, phone_hash, schedule_id, place_code, day, starts,
        starts_at, item_code, group_code, masked, sealed, ticket, state, booked_at, changed_at, changed_by)
      select :id, :number, :codeHash, cast(:account as text), :phoneHash, :schedule, :place, :day, :starts,
        :startsAt, cast(:item as text), cast(:group as text), :masked, :sealed, counted.last, 'booked',
        :at, :at, cast(:account as text)
      from counted
      """;
  private static final String MOVE =
      """
      with counted as (
        insert into appointment_day (place_code, day, last) values (:place, :day, 1)
        on conflict (place_code, day) do update set last = appointment_day.last + 1
        returning last
      )
      update appointment set schedule_id = :schedule, place_code = :place, day = :day, starts = :starts,
        starts_at = :startsAt, ticket = counted.last, reminded_at = null, changed_at = :at, version = version + 1
      from counted where id = :id and version = :version and state = 'booked'
      """;
  private static final String CANCEL =
      """
      update appointment set state = 'cancelled', changed_at = :at, version = version + 1
      where id = :id and version = :version and state = 'booked'
      """;
  private static final String NUMBER = "select nextval('appointment_number') as number";
  private static final String ITEM =
      """
      select i.code from power_item i join power_item_version v on v.item_id = i.id
      where i.code = $1 and v.status = 'inForce' and v.effective_from <= $2 and coalesce(v.effective_to, $2) >= $2
      """;
  private static final String OPEN =
      "select count(*) as open from appointment where phone_hash = $1 and state = 'booked' and starts_at > $2";
  private static final String OF_NUMBER = Stored.SELECT + " where a.number = $1";
  private static final String OF_ACCOUNT =
      Stored.SELECT + " where a.account = $1 order by a.starts_at desc limit 100";

  private final Pool pool;
  private final Schedules schedules;
  private final Vault vault;
  private final BlindIndex blind;
  private final Idempotency idempotency;
  private final Transactor transactor;
  private final AppointmentNotices notices;
  private final Guesses guesses;
  private final Clock clock;

  Appointments(
      Pool pool,
      Schedules schedules,
      Vault vault,
      BlindIndex blind,
      Idempotency idempotency,
      Transactor transactor,
      AppointmentNotices notices,
      Guesses guesses,
      Clock clock) {
    this.pool = pool;
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
   * @return the appointment's number; fails with 409 when the slot is full, 422 when there is no
   *     such slot
   */
  public Uni<String> book(Wanted wanted, String account, String idempotencyKey) {
    byte[] phone = blind.tokens().of(BlindTokens.Kind.PHONE, wanted.phone());
    return schedules
        .find(wanted.slot().scheduleId())
        .invoke(schedule -> check(wanted, schedule))
        .call(() -> knownItem(wanted.itemCode()))
        .call(() -> notTooMany(phone))
        .chain(
            schedule ->
                pool.query(NUMBER)
                    .execute()
                    .map(rows -> number(rows.iterator().next().getLong("number")))
                    .chain(
                        number ->
                            idempotency.once(
                                "bookAppointment",
                                account == null ? "guest" : account,
                                idempotencyKey,
                                wanted.canonical(),
                                session ->
                                    book(session, schedule, wanted, account, phone, number))))
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
    return take(session, schedule, slot)
        .chain(() -> vault.keep(session, Stored.subject(id)))
        .call(
            key ->
                session
                    .createNativeQuery(INSERT)
                    .setParameter("id", id)
                    .setParameter("number", number)
                    .setParameter("codeHash", hash(number, code))
                    .setParameter("account", account)
                    .setParameter("phoneHash", phone)
                    .setParameter("schedule", schedule.id())
                    .setParameter("place", schedule.placeCode())
                    .setParameter("day", slot.day())
                    .setParameter("starts", slot.starts())
                    .setParameter(
                        "startsAt", CityTime.offset(Schedules.moment(slot.day(), slot.starts())))
                    .setParameter("item", wanted.itemCode())
                    .setParameter("group", schedule.onSite() ? wanted.groupCode() : null)
                    .setParameter("masked", Masks.person(personal.name()))
                    .setParameter("sealed", personal.seal(key))
                    .setParameter("at", CityTime.offset(now))
                    .executeUpdate())
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
    String number = typedNumber.strip().toUpperCase(java.util.Locale.ROOT);
    var wait = guesses.mustWait(from, number);
    if (wait.isPresent()) {
      throw Guesses.mustWaitProblem(wait.getAsLong());
    }
    byte[] asked = hash(number, TrackingCodes.read(typedCode).orElse(""));
    return find(number)
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

  Uni<Optional<Stored>> find(String number) {
    return pool.preparedQuery(OF_NUMBER)
        .execute(Tuple.of(number))
        .map(rows -> Schedules.all(rows, Stored::of).stream().findFirst());
  }

  Uni<List<Stored>> own(String account) {
    return pool.preparedQuery(OF_ACCOUNT)
        .execute(Tuple.of(account))
        .map(rows -> Schedules.all(rows, Stored::of));
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
                .chain(() -> giveBack(session, stored))
                .chain(
                    () ->
                        session
                            .createNativeQuery(MOVE)
                            .setParameter("place", stored.schedule().placeCode())
                            .setParameter("day", day)
                            .setParameter("schedule", slot.scheduleId())
                            .setParameter("starts", starts)
                            .setParameter(
                                "startsAt", CityTime.offset(Schedules.moment(day, starts)))
                            .setParameter("at", CityTime.offset(clock.instant()))
                            .setParameter("id", stored.id())
                            .setParameter("version", stored.version())
                            .executeUpdate())
                .invoke(Appointments::needOne)
                .replaceWithVoid());
  }

  /** Gives it back. */
  Uni<Void> cancel(Stored stored) {
    needMovable(stored);
    return transactor.write(
        session ->
            session
                .createNativeQuery(CANCEL)
                .setParameter("at", CityTime.offset(clock.instant()))
                .setParameter("id", stored.id())
                .setParameter("version", stored.version())
                .executeUpdate()
                .invoke(Appointments::needOne)
                .chain(() -> giveBack(session, stored))
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
        : pool.preparedQuery(ITEM)
            .execute(Tuple.of(code, schedules.now().toLocalDate()))
            .invoke(
                rows -> {
                  if (rows.size() == 0) {
                    throw Problem.of(ProblemType.UNPROCESSABLE)
                        .at("/itemCode", "apply.item-unknown");
                  }
                })
            .replaceWithVoid();
  }

  private Uni<Void> notTooMany(byte[] phone) {
    return pool.preparedQuery(OPEN)
        .execute(
            Tuple.of(io.vertx.core.buffer.Buffer.buffer(phone), CityTime.offset(clock.instant())))
        .invoke(
            rows -> {
              if (rows.iterator().next().getLong("open") >= MOST_OPEN) {
                throw Problem.of(ProblemType.CONFLICT).detail("appointment.too-many", MOST_OPEN);
              }
            })
        .replaceWithVoid();
  }

  private static Uni<Void> take(Mutiny.Session session, Schedule schedule, SlotRef slot) {
    return session
        .createNativeQuery(TAKE)
        .setParameter("schedule", schedule.id())
        .setParameter("day", slot.day())
        .setParameter("starts", slot.starts())
        .setParameter("capacity", schedule.capacity())
        .executeUpdate()
        .invoke(
            taken -> {
              if (taken == 0) {
                throw Problem.of(ProblemType.CONFLICT).detail("appointment.full");
              }
            })
        .replaceWithVoid();
  }

  private static Uni<Integer> giveBack(Mutiny.Session session, Stored stored) {
    return session
        .createNativeQuery(GIVE_BACK)
        .setParameter("schedule", stored.schedule().id())
        .setParameter("day", stored.day())
        .setParameter("starts", stored.starts())
        .executeUpdate();
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
