package org.sunlit.casework;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sunlit.casework.rules.Hand;
import org.sunlit.casework.rules.Handler;
import org.sunlit.identity.Actor;
import org.sunlit.identity.HeldPost;
import org.sunlit.identity.Permission;
import org.sunlit.identity.Reach;
import org.sunlit.identity.Role;
import org.sunlit.platform.Regions;
import org.sunlit.powerlist.flow.StepKind;

/**
 * Which cases somebody may see and which steps are theirs: the only place that says it, for single
 * reads, lists, counts, searches and files alike (ADR 0073). Staff see the cases of their
 * department within their own region and below, townships and village agents those of their own
 * place and those taken in or to be issued there, general windows what their hall took in,
 * supervisors all of them, an applicant's account its own, and nobody else any. Acting needs the
 * step's post, held for the case's department and region.
 */
record CaseRights(Actor actor) {
  /** Nobody handles a case of their own; which those are is found once for a statement. */
  private static final String NOT_OWN =
      "c.case_number <> all (array(select case_numbers_of($%d::text)))";

  /** Where {@link #readable} needs the number of its first parameter: it takes this many. */
  static final int PARAMETERS = Reach.PARAMETERS + 1;

  /** The post that takes in and issues for departments in a township. */
  static final String TOWNSHIP = "township";

  /**
   * Restricts a statement on {@code case_file c} to readable cases.
   *
   * @param first the number of the first of its {@link #PARAMETERS} parameters, see {@link #addTo}
   */
  static String readable(int first) {
    return " ("
        + Reach.within("c.department_code", "c.region_code", first)
        + " or exists (select from case_place h where h.case_number = c.case_number"
            .concat(" and (h.taken_in_at like any ($%1$d::text[])")
            .concat(" or h.collect_at like any ($%1$d::text[])")
            .concat(" or h.hall_at like any ($%1$d::text[])))")
            .formatted(first + Reach.PLACE_PATTERNS)
        + " or c.applicant_account = $%d::text) ".formatted(first + Reach.PARAMETERS);
  }

  /** The same statement's case is one that the reader's posts can act on; takes two parameters. */
  static String actable(int first) {
    return " ((exists (select from unnest(c.step_posts) as post where"
        .concat(" post || ':' || c.department_code || ':' || c.region_code || ':' || c.item_code")
        .concat(" like any ($%1$d::text[]))")
        .concat(" or exists (select from case_place h where h.case_number = c.case_number and '")
        .concat(TOWNSHIP)
        .concat(":' || c.department_code || ':' || h.acting_at || ':' || c.item_code")
        .concat(" like any ($%1$d::text[]))) and ")
        .concat(NOT_OWN.formatted(first + 1))
        .concat(") ")
        .formatted(first);
  }

  /**
   * The same for somebody whose posts are all at one {@link Desk}, said so that an index finds it;
   * takes three parameters.
   */
  static String atDesk(int first) {
    return (" c.department_code = ($%1$d::text[])[1] and c.region_code like ($%1$d::text[])[2]"
            + " and c.step_posts && $%2$d::text[] and "
            + NOT_OWN.formatted(first + 2)
            + " ")
        .formatted(first, first + 1);
  }

  /** The desk somebody's posts are at; empty when they are of several places or of none. */
  Optional<Desk> desk() {
    List<HeldPost> held = List.copyOf(actor.heldPosts());
    boolean plain =
        held.stream()
            .allMatch(
                post ->
                    post.departmentCode() != null
                        && !Reach.LOCAL_POSTS.contains(post.code())
                        && post.letter() == null);
    boolean one =
        held.stream()
                .map(post -> post.departmentCode() + ":" + Reach.regionsLike(post.regionCode()))
                .distinct()
                .count()
            == 1;
    return plain && one
        ? Optional.of(
            new Desk(
                held.get(0).departmentCode(),
                Reach.regionsLike(held.get(0).regionCode()),
                held.stream().map(HeldPost::code).distinct().toArray(String[]::new)))
        : Optional.empty();
  }

  /**
   * Posts of one department in one region, for all of its items: what nearly everybody has.
   *
   * @param regionsLike the pattern of the region and all below it
   */
  record Desk(String department, String regionsLike, String[] posts) {}

  /** Adds the parameters of {@link #readable}. */
  Tuple addTo(Tuple tuple) {
    Reach reach = actor.may(Permission.CASES_READ) ? Reach.of(actor) : Reach.NOTHING;
    return reach.addTo(tuple).addString(actor.may(Permission.OWN_CASES) ? actor.accountId() : null);
  }

  /** Adds the parameters of {@link #actable}. */
  Tuple addActableTo(Tuple tuple) {
    String[] steps =
        actor.heldPosts().stream()
            .filter(
                post -> Reach.LOCAL_POSTS.contains(post.code()) || post.departmentCode() != null)
            .filter(post -> !Reach.LOCAL_POSTS.contains(post.code()) || post.regionCode() != null)
            .flatMap(CaseRights::stepsLike)
            .distinct()
            .toArray(String[]::new);
    return tuple.addArrayOfString(steps).addString(actor.accountId());
  }

  /** Whether a step of this post is theirs, in a case of this item, department and region. */
  boolean mayAct(String post, String departmentCode, String regionCode, String itemCode) {
    return actingIn(post, departmentCode, regionCode, itemCode).isPresent();
  }

  /**
   * The post in which they would act: one of their own before an absent colleague's (AB岗), and that
   * before what a letter of authority lets them (首席代表).
   */
  Optional<HeldPost> actingIn(
      String post, String departmentCode, String regionCode, String itemCode) {
    return actor.heldPosts().stream()
        .filter(held -> held.code().equals(post) && held.reaches(itemCode))
        .filter(held -> reaches(held, departmentCode, regionCode))
        .min(
            Comparator.comparing((HeldPost held) -> held.letter() != null)
                .thenComparing(held -> held.onBehalfOf() != null));
  }

  /** The place where they can act in a step of this kind, on behalf of the department (代办, D2). */
  Optional<Placement.Counter> actingAt(Placement placement, StepKind kind) {
    return Optional.ofNullable(placement)
        .flatMap(places -> places.actingIn(kind))
        .filter(
            place ->
                actor.heldPosts().stream()
                    .anyMatch(
                        held ->
                            held.code().equals(TOWNSHIP)
                                && held.regionCode() != null
                                && Regions.within(place.regionCode(), held.regionCode())));
  }

  /** Whether they may be the second person to what somebody else asked for on a case they see. */
  boolean mayConfirm() {
    return actor.may(Permission.CONFIRM) && actor.may(Permission.CASES_ACT);
  }

  /** The actor as the rules that keep duties apart see them. */
  Hand hand(Handler handler, StoredCase stored) {
    return new Hand(
        handler,
        actor.is(Role.SUPERVISOR) || actor.is(Role.PUBLIC_SUPERVISOR),
        stored.ownership().isOf(actor.accountId()));
  }

  private static boolean reaches(HeldPost held, String departmentCode, String regionCode) {
    if (Reach.LOCAL_POSTS.contains(held.code())) {
      return held.regionCode() != null && Regions.within(regionCode, held.regionCode());
    }
    return departmentCode.equals(held.departmentCode())
        && (held.regionCode() == null || Regions.within(regionCode, held.regionCode()));
  }

  private static Stream<String> stepsLike(HeldPost held) {
    String department =
        Reach.LOCAL_POSTS.contains(held.code()) ? "%" : Reach.literal(held.departmentCode());
    String place =
        Reach.literal(held.code())
            + ":"
            + department
            + ":"
            + Reach.regionsLike(held.regionCode())
            + ":";
    return held.letter() == null || held.letter().items().isEmpty()
        ? Stream.of(place + "%")
        : held.letter().items().stream().map(item -> place + Reach.literal(item));
  }
}
