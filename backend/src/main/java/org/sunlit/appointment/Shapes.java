package org.sunlit.appointment;

import java.time.Instant;
import java.util.List;
import org.sunlit.api.model.Appointment;
import org.sunlit.api.model.AppointmentContact;
import org.sunlit.api.model.AppointmentState;
import org.sunlit.api.model.AppointmentWay;
import org.sunlit.api.model.BookableSchedule;
import org.sunlit.api.model.CallBack;
import org.sunlit.api.model.CallBackResult;
import org.sunlit.api.model.DeskAppointment;
import org.sunlit.api.model.FreeSlot;
import org.sunlit.api.model.ItemWindow;
import org.sunlit.api.model.ItemWindowsAt;
import org.sunlit.api.model.PlaceKind;
import org.sunlit.api.model.PlaceReference;
import org.sunlit.api.model.ServedGroup;
import org.sunlit.platform.CityTime;

/** Puts appointments into the contract's words. */
final class Shapes {
  private Shapes() {}

  static BookableSchedule schedule(Schedules.Offered offered) {
    Schedule schedule = offered.schedule();
    return new BookableSchedule()
        .id(schedule.id())
        .name(schedule.name())
        .nameEn(schedule.nameEn())
        .way(way(schedule))
        .groups(schedule.groups().stream().map(Shapes::group).toList())
        .slotMinutes(schedule.slots().slotMinutes())
        .slots(offered.slots().stream().map(Shapes::free).toList());
  }

  static ItemWindowsAt windows(ItemWindows.At at) {
    return new ItemWindowsAt()
        .place(
            new PlaceReference()
                .code(at.place().code())
                .name(at.place().name())
                .nameEn(at.place().nameEn())
                .kind(PlaceKind.fromValue(at.place().kind().code())))
        .address(at.place().address())
        .addressEn(at.place().addressEn())
        .windows(at.windows().stream().map(Shapes::window).toList());
  }

  private static ItemWindow window(Schedules.Offered offered) {
    List<Schedules.Slot> free = offered.slots().stream().filter(slot -> slot.left() > 0).toList();
    return new ItemWindow()
        .id(offered.schedule().id())
        .name(offered.schedule().name())
        .nameEn(offered.schedule().nameEn())
        .way(way(offered.schedule()))
        .groups(offered.schedule().groups().stream().map(Shapes::group).toList())
        .free(free.size())
        .next(free.isEmpty() ? null : free(free.get(0)));
  }

  private static FreeSlot free(Schedules.Slot slot) {
    return new FreeSlot()
        .day(slot.at().toLocalDate())
        .starts(slot.at().toLocalTime().toString())
        .left(slot.left());
  }

  static Appointment appointment(Stored stored, String code, Instant now) {
    Schedule schedule = stored.schedule();
    return new Appointment()
        .number(stored.number())
        .code(code)
        .placeCode(schedule.placeCode())
        .placeName(schedule.placeName())
        .placeNameEn(schedule.placeNameEn())
        .placeAddress(schedule.placeAddress())
        .scheduleId(schedule.id())
        .scheduleName(schedule.name())
        .scheduleNameEn(schedule.nameEn())
        .way(way(schedule))
        .day(stored.day())
        .starts(stored.starts().toString())
        .ticket(stored.ticket())
        .itemCode(stored.itemCode())
        .itemName(stored.itemName())
        .itemNameEn(stored.itemNameEn())
        .state(AppointmentState.fromValue(stored.state().code()))
        .movable(stored.state().movable(stored.startsAt(), now));
  }

  static DeskAppointment atDesk(Stored stored, Instant now) {
    Schedule schedule = stored.schedule();
    Schedules.Group group =
        schedule.groups().stream()
            .filter(each -> each.code().equals(stored.groupCode()))
            .findFirst()
            .orElse(null);
    return new DeskAppointment()
        .id(stored.id())
        .number(stored.number())
        .scheduleName(schedule.name())
        .scheduleNameEn(schedule.nameEn())
        .way(way(schedule))
        .day(stored.day())
        .starts(stored.starts().toString())
        .ticket(stored.ticket())
        .nameMasked(stored.masked())
        .groupName(group == null ? null : group.name())
        .groupNameEn(group == null ? null : group.nameEn())
        .itemName(stored.itemName())
        .itemNameEn(stored.itemNameEn())
        .state(AppointmentState.fromValue(stored.state().code()))
        .next(
            stored.state().next(stored.startsAt(), now).stream()
                .map(state -> AppointmentState.fromValue(state.code()))
                .toList())
        .version(stored.version());
  }

  static AppointmentContact contact(Stored.Personal personal) {
    return new AppointmentContact()
        .name(personal.name())
        .phone(personal.phone())
        .address(personal.address())
        .about(personal.about());
  }

  static CallBack call(CallBacks.Call call) {
    Schedule schedule = call.of().schedule();
    return new CallBack()
        .id(call.id())
        .appointmentId(call.of().id())
        .number(call.of().number())
        .nameMasked(call.of().masked())
        .way(way(schedule))
        .scheduleName(schedule.name())
        .scheduleNameEn(schedule.nameEn())
        .servedOn(call.of().day())
        .dueOn(call.dueOn())
        .attempts(call.attempts())
        .open(call.doneAt() == null)
        .result(call.result() == null ? null : CallBackResult.fromValue(call.result()))
        .said(call.said())
        .byName(call.byName())
        .doneAt(call.doneAt() == null ? null : CityTime.offset(call.doneAt()))
        .version(call.version());
  }

  private static ServedGroup group(Schedules.Group group) {
    return new ServedGroup().code(group.code()).name(group.name()).nameEn(group.nameEn());
  }

  private static AppointmentWay way(Schedule schedule) {
    return schedule.onSite() ? AppointmentWay.ON_SITE : AppointmentWay.WINDOW;
  }
}
