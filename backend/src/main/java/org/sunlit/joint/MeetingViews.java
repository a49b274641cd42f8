package org.sunlit.joint;

import java.util.List;
import java.util.Optional;
import org.sunlit.api.model.JointMeeting;
import org.sunlit.api.model.JointMeetingDepartmentsInner;
import org.sunlit.api.model.JointView;
import org.sunlit.casework.rules.Handler;
import org.sunlit.joint.rules.JointEvent;
import org.sunlit.joint.rules.JointStanding.Meeting;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.DepartmentRef;

/**
 * A meeting as one of its members sees it: what another department thinks is shared when the
 * minutes are kept, and before that with the lead alone.
 */
final class MeetingViews {
  private MeetingViews() {}

  static JointMeeting of(Meeting meeting, JointSeen seen, JointMembers members) {
    JointEvent call = meeting.call();
    boolean everything = meeting.closed() || members.worksFor(call.department());
    return new JointMeeting()
        .id(meeting.id())
        .heldAt(CityTime.offset(call.heldAt()))
        .place(call.place())
        .agenda(call.text())
        .convenedAt(CityTime.offset(call.at()))
        .convenedBy(name(call.by()))
        .minutes(meeting.minutes().map(JointEvent::text).orElse(null))
        .closed(meeting.closed())
        .mayGiveOpinion(
            meeting.closed()
                ? List.of()
                : members.speaksFor(call.invited()).stream()
                    .filter(department -> !meeting.opinions().containsKey(department))
                    .toList())
        .departments(
            call.invited().stream()
                .map(
                    department ->
                        department(
                            seen,
                            department,
                            Optional.ofNullable(meeting.opinions().get(department)),
                            everything || members.worksFor(department)))
                .toList());
  }

  private static JointMeetingDepartmentsInner department(
      JointSeen seen, String code, Optional<JointEvent> opinion, boolean shown) {
    JointMeetingDepartmentsInner one =
        new JointMeetingDepartmentsInner()
            .department(ThemeMapper.department(named(seen, code)))
            .given(opinion.isPresent())
            .givenAt(opinion.map(JointEvent::at).map(CityTime::offset).orElse(null));
    return opinion
        .filter(given -> shown)
        .map(
            given ->
                one.view(JointView.fromValue(given.view().code()))
                    .words(given.text())
                    .by(name(given.by())))
        .orElse(one);
  }

  private static DepartmentRef named(JointSeen seen, String code) {
    return seen.cases().stream()
        .map(one -> one.item().department())
        .filter(department -> department.code().equals(code))
        .findFirst()
        .orElse(new DepartmentRef(code, code, null));
  }

  private static String name(Handler by) {
    return by.name() == null ? by.account() : by.name();
  }
}
