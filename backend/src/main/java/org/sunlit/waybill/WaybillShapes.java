package org.sunlit.waybill;

import java.time.LocalDate;
import org.sunlit.api.model.CaseWaybill;
import org.sunlit.api.model.TrackedWaybill;
import org.sunlit.api.model.WaybillDirection;
import org.sunlit.api.model.WaybillEnd;
import org.sunlit.api.model.WaybillMark;
import org.sunlit.api.model.WaybillState;
import org.sunlit.platform.CityTime;
import org.sunlit.waybill.rules.Passage;
import org.sunlit.waybill.rules.Side;

/** Puts waybills into the contract's words, as they are on a day. */
final class WaybillShapes {
  private WaybillShapes() {}

  static CaseWaybill staff(Waybills.Seen seen, LocalDate today) {
    Waybill waybill = seen.waybill();
    Passage passage = waybill.passage();
    return new CaseWaybill()
        .id(waybill.id())
        .caseNumber(waybill.caseNumber())
        .itemName(waybill.itemName())
        .itemNameEn(waybill.itemNameEn())
        .direction(direction(waybill))
        .carrier(waybill.carrier())
        .number(waybill.number())
        .materials(waybill.materials())
        .from(end(waybill, waybill.direction().from()))
        .to(end(waybill, waybill.direction().to()))
        .expectedOn(waybill.expectedOn())
        .state(state(passage, today))
        .sent(mark(waybill.sent()))
        .received(mark(waybill.received()))
        .missing(mark(waybill.missing()))
        .receivable(passage.receivable(seen.side()))
        .losable(passage.losable())
        .version(waybill.version());
  }

  /** Without the names of the staff. */
  static TrackedWaybill tracked(Waybill waybill, LocalDate today) {
    return new TrackedWaybill()
        .direction(direction(waybill))
        .carrier(waybill.carrier())
        .number(waybill.number())
        .from(end(waybill, waybill.direction().from()))
        .to(end(waybill, waybill.direction().to()))
        .expectedOn(waybill.expectedOn())
        .state(state(waybill.passage(), today))
        .sentAt(CityTime.offset(waybill.sent().at()))
        .receivedAt(waybill.received() == null ? null : CityTime.offset(waybill.received().at()));
  }

  private static WaybillDirection direction(Waybill waybill) {
    return WaybillDirection.fromValue(waybill.direction().code());
  }

  private static WaybillState state(Passage passage, LocalDate today) {
    return WaybillState.fromValue(passage.on(today).code());
  }

  private static WaybillEnd end(Waybill waybill, Side side) {
    Waybill.Ends ends = waybill.ends();
    return side == Side.COUNTER
        ? new WaybillEnd().name(ends.counterName()).nameEn(ends.counterNameEn())
        : new WaybillEnd().name(ends.homeName()).nameEn(ends.homeNameEn());
  }

  private static WaybillMark mark(Waybill.Mark mark) {
    return mark == null
        ? null
        : new WaybillMark()
            .at(CityTime.offset(mark.at()))
            .by(mark.name() == null ? mark.account() : mark.name())
            .byEn(mark.nameEn());
  }
}
