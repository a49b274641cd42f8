package org.sunlit.staff;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Holder;
import org.sunlit.identity.PostRef;
import org.sunlit.identity.Posting;
import org.sunlit.identity.Scope;
import org.sunlit.identity.Span;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Localised;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.staff.PostStore.StoredPost;
import org.sunlit.staff.rules.Changes;
import org.sunlit.staff.rules.PostRules;
import org.sunlit.staff.rules.Stage;

/** Setting posts up, giving them to people as A or B, taking them away. */
@ApplicationScoped
class PostOffice {
  private final StaffWork work;
  private final PostStore posts;
  private final People people;
  private final PeopleStore store;
  private final Clock clock;

  PostOffice(StaffWork work, PostStore posts, People people, PeopleStore store, Clock clock) {
    this.work = work;
    this.posts = posts;
    this.people = people;
    this.store = store;
    this.clock = clock;
  }

  Uni<Done> create(PostRef post, Actor by, boolean dryRun) {
    return work.change(by, dryRun, connection -> created(connection, post, by));
  }

  Uni<Done> created(SqlConnection connection, PostRef post, Actor by) {
    return store
        .named(connection, post.department(), post.region(), null)
        .invoke(
            known -> {
              Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
              if (post.department() != null && known.getString("department") == null) {
                throw wrong.at("/departmentCode", "staff.department-unknown");
              }
              if (post.region() != null && known.getString("region") == null) {
                throw wrong.at("/regionCode", "staff.region-unknown");
              }
              if (post.department() == null && post.region() == null) {
                throw wrong.at("/departmentCode", "staff.post-nowhere");
              }
              if (!Scope.of(by).covers(post.department(), post.region())) {
                throw wrong.at("/departmentCode", "staff.outside");
              }
            })
        .chain(() -> free(connection, post))
        .chain(() -> posts.insert(connection, post))
        .map(
            ignored ->
                new Done(
                    "postCreated",
                    subject(post),
                    clock.instant(),
                    described(new Changes(), null, post)
                        .of("code", null, post.code())
                        .of("department", null, post.department())
                        .of("region", null, post.region())
                        .list(),
                    List.of()));
  }

  Uni<Done> change(
      UUID id, String name, String nameEn, String level, int version, Actor by, boolean dryRun) {
    return work.change(
        by,
        dryRun,
        connection ->
            find(connection, id, by)
                .chain(
                    before -> {
                      if (before.version() != version) {
                        throw Problem.of(ProblemType.STALE_VERSION);
                      }
                      PostRef was = before.posting().post();
                      PostRef post =
                          new PostRef(
                              id,
                              was.code(),
                              name.strip(),
                              nameEn == null || nameEn.isBlank() ? null : nameEn.strip(),
                              level,
                              was.department(),
                              was.region());
                      return free(connection, post)
                          .chain(() -> posts.update(connection, post))
                          .map(
                              ignored ->
                                  new Done(
                                      "postChanged",
                                      subject(post),
                                      clock.instant(),
                                      described(new Changes(), was, post).list(),
                                      List.of()));
                    }));
  }

  Uni<Done> close(UUID id, Actor by, boolean dryRun) {
    Instant now = clock.instant();
    return work.change(
        by,
        dryRun,
        connection ->
            find(connection, id, by)
                .chain(
                    before -> {
                      boolean held =
                          before.posting().holders().stream()
                              .anyMatch(holder -> Stage.of(holder.held(), now) != Stage.OVER);
                      if (held) {
                        throw Problem.of(ProblemType.CONFLICT).detail("staff.post-held");
                      }
                      return posts
                          .close(connection, id, now)
                          .map(
                              ignored ->
                                  new Done(
                                      "postClosed",
                                      before.subject(),
                                      now,
                                      new Changes().of("state", "open", "closed").list(),
                                      List.of()));
                    }));
  }

  Uni<Done> hold(
      UUID id, String account, String part, Instant from, Instant until, Actor by, boolean dryRun) {
    Instant start = from == null ? clock.instant() : from;
    return work.change(
        by,
        dryRun,
        connection ->
            find(connection, id, by)
                .chain(
                    post ->
                        people
                            .find(connection, account, by)
                            .onFailure(Problem.class)
                            .transform(
                                nobody ->
                                    Problem.of(ProblemType.UNPROCESSABLE)
                                        .at("/account", "staff.account-unknown"))
                            .chain(
                                person ->
                                    held(connection, post, person, part, new Span(start, until)))));
  }

  /** Gives somebody a post; the import does it row by row. */
  Uni<Done> held(SqlConnection connection, StoredPost post, Person person, String part, Span span) {
    Instant now = clock.instant();
    if (span.until() != null
        && (!span.from().isBefore(span.until()) || !now.isBefore(span.until()))) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/until", "staff.until-before-from");
    }
    PostRules.refusal(
            post.posting().post(), person.roles(), person.departmentCode(), person.regionCode())
        .ifPresent(
            key -> {
              throw Problem.of(ProblemType.UNPROCESSABLE).at("/account", key);
            });
    if (PostRules.overlaps(post.posting().holders(), person.account(), span)) {
      throw Problem.of(ProblemType.CONFLICT).detail("staff.holds-already", person.name());
    }
    Holder holder =
        new Holder(
            UUID.randomUUID(),
            person.account(),
            person.name(),
            person.nameEn(),
            part,
            span,
            person.disabled(),
            person.postings().absences());
    List<Holder> after = new ArrayList<>(post.posting().holders());
    after.add(holder);
    return posts
        .hold(connection, post.posting().post().id(), holder)
        .replaceWith(
            new Done(
                "holderAdded",
                post.subject(),
                span.from(),
                new Changes()
                    .of("holder" + part, null, label(holder))
                    .of(
                        "acting",
                        acting(post.posting(), span.from()),
                        acting(new Posting(post.posting().post(), after), span.from()))
                    .list(),
                PostRules.couldAct(person.roles())
                    ? List.of()
                    : List.of(Note.of("staff.note.no-role"))));
  }

  Uni<Done> release(UUID id, UUID holderId, Actor by, boolean dryRun) {
    Instant now = clock.instant();
    return work.change(
        by,
        dryRun,
        connection ->
            find(connection, id, by)
                .chain(
                    post -> {
                      Holder holder =
                          post.posting().holders().stream()
                              .filter(each -> each.id().equals(holderId))
                              .findFirst()
                              .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
                      Instant end =
                          switch (Stage.of(holder.held(), now)) {
                            case UPCOMING -> holder.held().from();
                            case CURRENT -> now;
                            case OVER ->
                                throw Problem.of(ProblemType.CONFLICT).detail("staff.over-already");
                          };
                      return posts
                          .release(connection, holderId, end)
                          .chain(() -> find(connection, id, by))
                          .map(
                              after ->
                                  new Done(
                                      "holderEnded",
                                      post.subject(),
                                      now,
                                      new Changes()
                                          .of("holder" + holder.part(), label(holder), null)
                                          .of(
                                              "acting",
                                              acting(post.posting(), now),
                                              acting(after.posting(), now))
                                          .list(),
                                      after.posting().actingAt(now).isEmpty()
                                          ? List.of(Note.of("staff.note.uncovered", words(post)))
                                          : List.of()));
                    }));
  }

  Uni<StoredPost> find(SqlConnection connection, UUID id, Actor by) {
    return posts
        .find(connection, id, Scope.of(by))
        .map(
            found ->
                found
                    .filter(post -> post.closedAt() == null)
                    .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  /** The post, named after the account where one of its name is there already. */
  Uni<PostRef> distinct(SqlConnection connection, PostRef post, String account) {
    return posts
        .taken(connection, post)
        .map(
            taken ->
                taken
                    ? new PostRef(
                        post.id(),
                        post.code(),
                        post.name() + " " + account,
                        post.nameEn(),
                        post.level(),
                        post.department(),
                        post.region())
                    : post);
  }

  private Uni<Void> free(SqlConnection connection, PostRef post) {
    return posts
        .taken(connection, post)
        .invoke(
            taken -> {
              if (taken) {
                throw Problem.of(ProblemType.CONFLICT).detail("staff.post-taken", post.name());
              }
            })
        .replaceWithVoid();
  }

  private static Changes described(Changes changes, PostRef before, PostRef after) {
    return changes
        .of("name", before == null ? null : before.name(), after.name())
        .of("nameEn", before == null ? null : before.nameEn(), after.nameEn())
        .of("level", before == null ? null : before.level(), after.level());
  }

  private static Subject subject(PostRef post) {
    return new Subject("post", post.id().toString(), post.name(), post.department(), post.region());
  }

  private static Localised words(StoredPost post) {
    return new Localised(post.posting().post().name(), post.posting().post().nameEn());
  }

  private static List<String> acting(Posting posting, Instant moment) {
    return posting.actingAt(moment).stream().map(Holder::name).toList();
  }

  private static String label(Holder holder) {
    String until =
        holder.held().until() == null
            ? ""
            : CityTime.offset(holder.held().until()).toLocalDate() + "";
    String from =
        holder.held().from() == null
            ? ""
            : CityTime.offset(holder.held().from()).toLocalDate() + "";
    return from.isEmpty() && until.isEmpty()
        ? holder.name()
        : holder.name() + " (" + from + "–" + until + ")";
  }
}
