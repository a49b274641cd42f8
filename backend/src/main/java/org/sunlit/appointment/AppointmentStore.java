package org.sunlit.appointment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.appointment.Appointments.SlotRef;
import org.sunlit.casework.rules.Masks;
import org.sunlit.platform.CityTime;
import org.sunlit.privacy.DataKey;

/** The tables of appointments. What changes one tells how many rows it found as they were seen. */
@ApplicationScoped
class AppointmentStore {
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
        starts_at = :startsAt, ticket = counted.last, reminded_at = null, closed_told_at = null, changed_at = :at, version = version + 1
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
      "select count(*) from appointment where phone_hash = :phone and state = 'booked' and starts_at > :now";
  private static final String ONE_AT_A_TIME =
      "select 1 from pg_advisory_xact_lock(hashtextextended(encode(:phone, 'hex'), 0))";
  private static final String OF_NUMBER = Stored.SELECT + " where a.number = $1";
  private static final String OF_ACCOUNT =
      Stored.SELECT + " where a.account = $1 order by a.starts_at desc limit 100";

  /**
   * What is written of a new one.
   *
   * @param codeHash of its number and its code
   * @param account whose it is; null for a guest
   * @param groupCode who it is offered to, for a visit at home; null otherwise
   */
  record Booking(
      UUID id,
      String number,
      byte[] codeHash,
      String account,
      byte[] phoneHash,
      Schedule schedule,
      SlotRef slot,
      String itemCode,
      String groupCode,
      Stored.Personal personal) {}

  private final Pool pool;

  AppointmentStore(Pool pool) {
    this.pool = pool;
  }

  Uni<Long> nextNumber() {
    return pool.query(NUMBER).execute().map(rows -> rows.iterator().next().getLong("number"));
  }

  /** Whether there is such an item on a day. */
  Uni<Boolean> inForce(String itemCode, LocalDate day) {
    return pool.preparedQuery(ITEM).execute(Tuple.of(itemCode, day)).map(rows -> rows.size() > 0);
  }

  /** How many a telephone has before it; its bookings come one after the other. */
  Uni<Long> open(Mutiny.Session session, byte[] phoneHash, Instant now) {
    return session
        .createNativeQuery(ONE_AT_A_TIME)
        .setParameter("phone", phoneHash)
        .getSingleResult()
        .chain(
            () ->
                session
                    .createNativeQuery(OPEN, Long.class)
                    .setParameter("phone", phoneHash)
                    .setParameter("now", CityTime.offset(now))
                    .getSingleResult());
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

  /** Takes a place in a slot; false when it is full. */
  Uni<Boolean> take(Mutiny.Session session, Schedule schedule, SlotRef slot) {
    return session
        .createNativeQuery(TAKE)
        .setParameter("schedule", schedule.id())
        .setParameter("day", slot.day())
        .setParameter("starts", slot.starts())
        .setParameter("capacity", schedule.capacity())
        .executeUpdate()
        .map(taken -> taken > 0);
  }

  Uni<Integer> giveBack(Mutiny.Session session, Stored stored) {
    return session
        .createNativeQuery(GIVE_BACK)
        .setParameter("schedule", stored.schedule().id())
        .setParameter("day", stored.day())
        .setParameter("starts", stored.starts())
        .executeUpdate();
  }

  Uni<Integer> insert(Mutiny.Session session, Booking booking, DataKey key, Instant now) {
    SlotRef slot = booking.slot();
    return session
        .createNativeQuery(INSERT)
        .setParameter("id", booking.id())
        .setParameter("number", booking.number())
        .setParameter("codeHash", booking.codeHash())
        .setParameter("account", booking.account())
        .setParameter("phoneHash", booking.phoneHash())
        .setParameter("schedule", booking.schedule().id())
        .setParameter("place", booking.schedule().placeCode())
        .setParameter("day", slot.day())
        .setParameter("starts", slot.starts())
        .setParameter("startsAt", CityTime.offset(Schedules.moment(slot.day(), slot.starts())))
        .setParameter("item", booking.itemCode())
        .setParameter("group", booking.groupCode())
        .setParameter("masked", Masks.person(booking.personal().name()))
        .setParameter("sealed", booking.personal().seal(key))
        .setParameter("at", CityTime.offset(now))
        .executeUpdate();
  }

  Uni<Integer> move(Mutiny.Session session, Stored stored, SlotRef slot, Instant now) {
    return session
        .createNativeQuery(MOVE)
        .setParameter("place", stored.schedule().placeCode())
        .setParameter("day", slot.day())
        .setParameter("schedule", slot.scheduleId())
        .setParameter("starts", slot.starts())
        .setParameter("startsAt", CityTime.offset(Schedules.moment(slot.day(), slot.starts())))
        .setParameter("at", CityTime.offset(now))
        .setParameter("id", stored.id())
        .setParameter("version", stored.version())
        .executeUpdate();
  }

  Uni<Integer> cancel(Mutiny.Session session, Stored stored, Instant now) {
    return session
        .createNativeQuery(CANCEL)
        .setParameter("at", CityTime.offset(now))
        .setParameter("id", stored.id())
        .setParameter("version", stored.version())
        .executeUpdate();
  }
}
