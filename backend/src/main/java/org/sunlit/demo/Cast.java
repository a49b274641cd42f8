package org.sunlit.demo;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sunlit.identity.Actor;
import org.sunlit.platform.Regions;
import org.sunlit.powerlist.RegionDraft;
import org.sunlit.powerlist.RegionLevel;
import org.sunlit.powerlist.flow.FlowDefinition;

/**
 * Who plays which part: the staff in their posts, and the townships where somebody can take an
 * application.
 */
record Cast(List<Actor> staff, List<String> townships, List<String> villagesWithAgent) {

  private static final String TOWNSHIP_POST = "township";
  private static final String AGENT_POST = "agent";
  private static final Set<String> LOCAL_POSTS = Set.of(TOWNSHIP_POST, AGENT_POST);

  static Cast of(List<DemoPerson> people, List<RegionDraft> regions) {
    List<Actor> staff = people.stream().map(person -> person.staffAccount().actor()).toList();
    return new Cast(
        staff,
        regions.stream()
            .filter(region -> region.level() == RegionLevel.TOWNSHIP)
            .map(RegionDraft::code)
            .filter(code -> holder(staff, TOWNSHIP_POST, code).isPresent())
            .toList(),
        regions.stream()
            .filter(region -> region.level() == RegionLevel.VILLAGE)
            .map(RegionDraft::code)
            .filter(code -> holder(staff, AGENT_POST, code).isPresent())
            .filter(code -> holder(staff, TOWNSHIP_POST, township(code)).isPresent())
            .toList());
  }

  /** Somebody who holds the post for a case of that department and region. */
  Optional<Actor> inPost(String post, String departmentCode, String regionCode, Dice dice) {
    List<Actor> holders =
        staff.stream()
            .filter(actor -> actor.holds(post))
            .filter(
                actor ->
                    LOCAL_POSTS.contains(post)
                        ? covers(actor.regionCode(), regionCode)
                        : departmentCode.equals(actor.departmentCode()))
            .toList();
    return holders.isEmpty() ? Optional.empty() : Optional.of(dice.any(holders));
  }

  /**
   * Where an application comes from: within the item's region, and where the flow's local posts are
   * held.
   */
  String region(FlowDefinition flow, String itemRegion, Dice dice) {
    boolean agent =
        flow.steps().stream()
            .anyMatch(step -> step.post() != null && step.post().code().equals(AGENT_POST));
    List<String> places =
        (agent ? villagesWithAgent : townships)
            .stream().filter(place -> Regions.within(place, itemRegion)).toList();
    return places.isEmpty() ? itemRegion : dice.any(places);
  }

  private static Optional<Actor> holder(List<Actor> staff, String post, String regionCode) {
    return staff.stream()
        .filter(actor -> actor.holds(post) && regionCode.equals(actor.regionCode()))
        .findFirst();
  }

  private static boolean covers(String actorRegion, String caseRegion) {
    return actorRegion != null
        && (actorRegion.equals(caseRegion) || actorRegion.equals(township(caseRegion)));
  }

  private static String township(String regionCode) {
    return regionCode.substring(0, 9) + "000";
  }
}
