package org.sunlit.council;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sunlit.council.rules.TopicAct;
import org.sunlit.council.rules.TopicStanding;
import org.sunlit.privacy.DataKey;

/**
 * A topic as it is stored.
 *
 * @param content its title, sealed
 */
record TopicRecord(UUID id, String number, byte[] content, List<TopicAct> acts) {
  /** Begins what a topic's key is kept under; its number follows. */
  static final String SUBJECT = "councilTopic/";

  private static final String PLACE = "council_topic/content";

  TopicRecord {
    acts = List.copyOf(acts);
  }

  static byte[] seal(DataKey key, String title) {
    return key.sealWords(PLACE, title);
  }

  static String title(DataKey key, byte[] content) {
    return key.openWords(PLACE, content);
  }

  String subject() {
    return SUBJECT + number;
  }

  TopicStanding standing() {
    return TopicStanding.of(acts);
  }

  int version() {
    return acts.size();
  }

  TopicAct last() {
    return acts.get(acts.size() - 1);
  }

  TopicRecord after(TopicAct act) {
    List<TopicAct> longer = new ArrayList<>(acts);
    longer.add(act);
    return new TopicRecord(id, number, content, longer);
  }
}
