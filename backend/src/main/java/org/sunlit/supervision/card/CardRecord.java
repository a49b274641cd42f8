package org.sunlit.supervision.card;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sunlit.supervision.card.rules.CardAct;
import org.sunlit.supervision.card.rules.CardStanding;
import org.sunlit.supervision.card.rules.Colour;
import org.sunlit.supervision.rules.Subject;

/**
 * A card as it is stored.
 *
 * @param account whose it is; null where it is the department's alone
 * @param rule of the finding that led to it last
 * @param needed so many of what it rests on have to stand
 */
record CardRecord(
    UUID id,
    String number,
    Colour colour,
    String account,
    String departmentCode,
    String regionCode,
    String rule,
    Subject subject,
    String itemCode,
    int needed,
    List<CardAct> acts) {
  CardRecord {
    acts = List.copyOf(acts);
  }

  CardStanding standing() {
    return CardStanding.of(acts);
  }

  int version() {
    return acts.size();
  }

  CardAct last() {
    return acts.get(acts.size() - 1);
  }

  CardRecord after(CardAct act) {
    List<CardAct> longer = new ArrayList<>(acts);
    longer.add(act);
    return new CardRecord(
        id,
        number,
        colour,
        account,
        departmentCode,
        regionCode,
        rule,
        subject,
        itemCode,
        needed,
        longer);
  }
}
