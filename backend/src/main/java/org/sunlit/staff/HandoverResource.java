package org.sunlit.staff;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import org.sunlit.api.HandoverApi;
import org.sunlit.api.model.Handover;
import org.sunlit.api.model.HandoverDraft;
import org.sunlit.api.model.HandoverPostsInner;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Permission;
import org.sunlit.identity.Posting;
import org.sunlit.platform.CityTime;
import org.sunlit.staff.AbsenceStore.StoredAbsence;

/** Handing one's own posts over to the B holders, and taking them back. */
@PermissionsAllowed(Permission.Codes.CASES_ACT)
class HandoverResource implements HandoverApi {
  private final Absences absences;
  private final Asking asking;

  HandoverResource(Absences absences, Asking asking) {
    this.absences = absences;
    this.asking = asking;
  }

  @Override
  public Uni<Handover> getHandover() {
    return shown(asking.who(), asking.now());
  }

  @Override
  public Uni<Handover> handOver(HandoverDraft draft) {
    Actor actor = asking.who();
    return absences
        .handOver(PostsResource.instant(draft.getUntil()), actor)
        .chain(() -> shown(actor, asking.now()));
  }

  @Override
  public Uni<Handover> takeBack() {
    Actor actor = asking.who();
    return absences.takeBack(actor).chain(() -> shown(actor, asking.now()));
  }

  private Uni<Handover> shown(Actor actor, Instant now) {
    return absences
        .standing(actor)
        .map(
            standing -> {
              Optional<StoredAbsence> since = standing.handover();
              return new Handover()
                  .handedOver(since.isPresent())
                  .since(since.map(one -> CityTime.offset(one.span().from())).orElse(null))
                  .until(since.map(one -> CityTime.offset(one.span().until())).orElse(null))
                  .posts(
                      Absences.ownPosts(standing.person(), now).stream()
                          .map(posting -> post(posting, actor.accountId(), now))
                          .toList());
            });
  }

  private static HandoverPostsInner post(Posting posting, String account, Instant now) {
    return new HandoverPostsInner()
        .name(posting.post().name())
        .nameEn(posting.post().nameEn())
        .backups(
            posting.holders().stream()
                .filter(holder -> !holder.account().equals(account))
                .filter(holder -> holder.held().covers(now) && !holder.absentAt(now))
                .map(Shapes::name)
                .toList());
  }
}
