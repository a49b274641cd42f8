package org.sunlit.notice;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where somebody can be reached, and how they want to be. Pure.
 *
 * @param telephone null when there is none; only a mobile number takes an SMS
 * @param account whose inbox it goes into; null for guests
 */
public record Reach(String telephone, String account, NoticeChoice choice) {

  /** One way to them; {@code recipient} is null in-app. */
  record Way(Channel channel, String recipient) {}

  public Reach {
    requireNonNull(choice, "choice");
  }

  /** Whoever holds this telephone; nobody when it is null. */
  public static Reach telephone(String telephone) {
    return new Reach(telephone, null, NoticeChoice.USUAL);
  }

  /** The ways something on this topic goes; none when they don't want it. */
  List<Way> ways(Topic topic) {
    return switch (topic) {
      case CODE -> telephone == null ? List.of(inApp()) : List.of(new Way(Channel.SMS, telephone));
      case ADDRESS ->
          choice.email() == null ? List.of() : List.of(new Way(Channel.EMAIL, choice.email()));
      case REQUIRED -> {
        List<Way> ways = outward(choice.required());
        // The law doesn't know of not wanting to know.
        yield with(ways.isEmpty() ? firstPossible() : ways, inApp());
      }
      case PROGRESS -> {
        List<Way> ways = outward(choice.progress());
        yield choice.progress().contains(Channel.IN_APP) ? with(ways, inApp()) : ways;
      }
    };
  }

  private List<Way> outward(Set<Channel> wanted) {
    List<Way> ways = new ArrayList<>();
    if (wanted.contains(Channel.SMS) && mobile()) {
      ways.add(new Way(Channel.SMS, telephone));
    }
    if (wanted.contains(Channel.EMAIL) && choice.email() != null) {
      ways.add(new Way(Channel.EMAIL, choice.email()));
    }
    return ways;
  }

  private List<Way> firstPossible() {
    return outward(Set.of(Channel.SMS, Channel.EMAIL)).stream().limit(1).toList();
  }

  /** 手机号 begin with 1, 固定电话 with 0. */
  private boolean mobile() {
    return telephone != null && telephone.startsWith("1");
  }

  private static Way inApp() {
    return new Way(Channel.IN_APP, null);
  }

  private static List<Way> with(List<Way> ways, Way another) {
    List<Way> all = new ArrayList<>(ways);
    all.add(another);
    return all;
  }
}
