package org.sunlit.staff;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.sunlit.api.PostsApi;
import org.sunlit.api.model.HolderDraft;
import org.sunlit.api.model.PostDetails;
import org.sunlit.api.model.PostDraft;
import org.sunlit.api.model.PostFile;
import org.sunlit.api.model.PostLevel;
import org.sunlit.api.model.PostPage;
import org.sunlit.api.model.StaffResult;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Permission;
import org.sunlit.identity.PostRef;
import org.sunlit.platform.EntityVersions;
import org.sunlit.problem.Language;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Posts and who holds them. */
class PostsResource implements PostsApi {
  private final PostOffice office;
  private final PostStore store;
  private final Asking asking;

  PostsResource(PostOffice office, PostStore store, Asking asking) {
    this.office = office;
    this.store = store;
    this.asking = asking;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.STAFF_READ)
  public Uni<PostPage> listPosts(
      String q,
      String department,
      String region,
      PostLevel level,
      Boolean vacant,
      Integer limit,
      String cursor) {
    Shapes shapes = new Shapes(asking.now());
    Actor reader = asking.who();
    return store
        .list(
            new PostStore.Asked(
                q,
                department,
                region,
                level == null ? null : level.toString(),
                vacant,
                limit,
                cursor),
            asking.scope())
        .map(
            listed ->
                new PostPage()
                    .items(
                        listed.page().items().stream()
                            .map(post -> shapes.post(post, reader))
                            .toList())
                    .nextCursor(listed.page().nextCursor())
                    .total((int) listed.total()));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.STAFF_READ)
  public Uni<PostFile> getPost(UUID id) {
    Shapes shapes = new Shapes(asking.now());
    Actor reader = asking.who();
    return store
        .find(id, asking.scope())
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .invoke(post -> asking.tell(post.version()))
        .map(post -> shapes.post(post, reader));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.STAFF_MANAGE)
  public Uni<StaffResult> createPost(PostDraft draft, Boolean dryRun) {
    notBlank(draft.getName());
    return shown(
        office.create(
            new PostRef(
                UUID.randomUUID(),
                draft.getCode(),
                draft.getName().strip(),
                blankToNull(draft.getNameEn()),
                draft.getLevel().toString(),
                blankToNull(draft.getDepartmentCode()),
                draft.getRegionCode()),
            asking.who(),
            dryRun));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.STAFF_MANAGE)
  public Uni<StaffResult> changePost(UUID id, PostDetails details, Boolean dryRun, String ifMatch) {
    notBlank(details.getName());
    return shown(
        office.change(
            id,
            details.getName(),
            details.getNameEn(),
            details.getLevel().toString(),
            EntityVersions.seen(ifMatch),
            asking.who(),
            dryRun));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.STAFF_MANAGE)
  public Uni<StaffResult> closePost(UUID id, Boolean dryRun) {
    return shown(office.close(id, asking.who(), dryRun));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.STAFF_MANAGE)
  public Uni<StaffResult> addPostHolder(UUID id, HolderDraft draft, Boolean dryRun) {
    return shown(
        office.hold(
            id,
            draft.getAccount(),
            draft.getPart().toString(),
            instant(draft.getFrom()),
            instant(draft.getUntil()),
            asking.who(),
            dryRun));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.STAFF_MANAGE)
  public Uni<StaffResult> endPostHolder(UUID id, UUID holderId, Boolean dryRun) {
    return shown(office.release(id, holderId, asking.who(), dryRun));
  }

  private Uni<StaffResult> shown(Uni<Done> done) {
    Language language = asking.language();
    return done.map(one -> Shapes.result(one, language));
  }

  private static void notBlank(String name) {
    if (name.isBlank()) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/name", "field.not-blank");
    }
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  static Instant instant(OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
