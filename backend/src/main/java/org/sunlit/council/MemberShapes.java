package org.sunlit.council;

import java.time.LocalDate;
import org.sunlit.api.model.CouncilInvitation;
import org.sunlit.api.model.CouncilMember;
import org.sunlit.api.model.CouncilMemberKind;
import org.sunlit.api.model.CouncilMemberState;
import org.sunlit.api.model.OwnMembership;
import org.sunlit.platform.CityTime;

/** Appointments in the contract's words. */
final class MemberShapes {
  private MemberShapes() {}

  static CouncilMember member(Member member, LocalDate today) {
    return new CouncilMember()
        .id(member.id())
        .certificate(member.certificate())
        .kind(CouncilMemberKind.fromString(member.kind().code()))
        .state(CouncilMemberState.fromString(member.term().on(today).code()))
        .name(member.about().name())
        .organisation(member.about().organisation())
        .appointedBy(member.about().appointedBy())
        .servesFrom(member.term().from())
        .servesUntil(member.term().until())
        .appointedAt(CityTime.offset(member.appointedAt()))
        .joinedAt(CityTime.offset(member.joinedAt()))
        .named(member.named())
        .endedOn(member.endedOn())
        .endedWhy(member.endedWhy());
  }

  static OwnMembership own(Member member, LocalDate today) {
    return new OwnMembership()
        .certificate(member.certificate())
        .kind(CouncilMemberKind.fromString(member.kind().code()))
        .state(CouncilMemberState.fromString(member.term().on(today).code()))
        .name(member.about().name())
        .organisation(member.about().organisation())
        .appointedBy(member.about().appointedBy())
        .servesFrom(member.term().from())
        .servesUntil(member.term().until())
        .named(member.named())
        .endedOn(member.endedOn())
        .endedWhy(member.endedWhy());
  }

  static CouncilInvitation invitation(Member member, String code, LocalDate today) {
    return new CouncilInvitation().member(member(member, today)).code(code);
  }
}
