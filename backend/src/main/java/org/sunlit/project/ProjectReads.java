package org.sunlit.project;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sunlit.api.model.Project;
import org.sunlit.api.model.ProjectFile;
import org.sunlit.api.model.ProjectFilePage;
import org.sunlit.api.model.ProjectPath;
import org.sunlit.api.model.TrackedProject;
import org.sunlit.identity.Actor;
import org.sunlit.joint.JointCases;
import org.sunlit.joint.ThemeDirectory;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.project.rules.ProjectCodes;

/** Reads projects for everybody, for those who registered them and for departments. */
@ApplicationScoped
class ProjectReads {
  private static final int USUAL_PAGE = 20;

  /** A place in the list: after the project registered then, with that code. */
  private record Place(OffsetDateTime registeredAt, String code) {
    private static final int MICROS_IN_NANOS = 1000;

    static Place of(String cursor) {
      try {
        String[] parts = cursor.split("_", 2);
        Instant at = Instant.ofEpochSecond(0, Long.parseLong(parts[0]) * MICROS_IN_NANOS);
        return new Place(CityTime.offset(at), ProjectCodes.read(parts[1]).orElseThrow());
      } catch (RuntimeException unreadable) {
        throw Problem.of(ProblemType.INVALID_REQUEST).at("cursor", "field.cursor");
      }
    }

    static String after(ProjectRecord last) {
      Instant at = last.registeredAt();
      long micros = at.getEpochSecond() * 1_000_000 + at.getNano() / MICROS_IN_NANOS;
      return micros + "_" + last.code();
    }
  }

  private final ProjectStore store;
  private final ProjectPaths paths;
  private final ProjectPhases phases;
  private final ThemeDirectory themes;
  private final JointCases joint;
  private final Clock clock;

  ProjectReads(
      ProjectStore store,
      ProjectPaths paths,
      ProjectPhases phases,
      ThemeDirectory themes,
      JointCases joint,
      Clock clock) {
    this.store = store;
    this.paths = paths;
    this.phases = phases;
    this.themes = themes;
    this.joint = joint;
    this.clock = clock;
  }

  /** The paths one can register a project for today. */
  Uni<List<ProjectPath>> paths() {
    return paths
        .open()
        .chain(
            all -> {
              Set<String> codes = new HashSet<>();
              all.forEach(one -> codes.addAll(one.definition().themes()));
              return themes
                  .on(today(), codes)
                  .map(known -> all.stream().map(one -> ProjectViews.path(one, known)).toList());
            });
  }

  /** What everybody may see of a project; 404 when there is none. */
  Uni<Project> open(String code) {
    return store
        .find(known(code))
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .chain(phases::see)
        .chain(seen -> themes(seen).map(known -> ProjectViews.open(seen, known)));
  }

  Uni<TrackedProject> tracked(ProjectSeen seen) {
    return themes(seen).map(known -> ProjectViews.tracked(seen, known));
  }

  /** A project for a department that takes part; 404 for all others. */
  Uni<ProjectFile> file(String code, Actor reader) {
    return store
        .find(known(code), reader)
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .chain(phases::see)
        .chain(
            seen ->
                joint
                    .readable(seen.record().jointNumbers(), reader)
                    .chain(
                        readable ->
                            themes(seen).map(known -> ProjectViews.file(seen, known, readable))));
  }

  /**
   * A page of those a reader's department takes part in.
   *
   * @param lead only those of which it leads a phase
   */
  Uni<ProjectFilePage> page(Actor reader, boolean lead, Integer limit, String cursor) {
    int size = limit == null ? USUAL_PAGE : limit;
    Place after = cursor == null ? null : Place.of(cursor);
    return store
        .page(
            reader,
            lead,
            after == null ? null : after.registeredAt(),
            after == null ? null : after.code(),
            size + 1)
        .chain(
            found -> {
              List<ProjectStore.Listed> shown = found.subList(0, Math.min(size, found.size()));
              List<String> numbers =
                  shown.stream().flatMap(one -> one.project().jointNumbers().stream()).toList();
              return joint
                  .standing(numbers)
                  .map(
                      standing ->
                          new ProjectFilePage()
                              .items(
                                  shown.stream()
                                      .map(
                                          one ->
                                              ProjectViews.summary(
                                                  ProjectSeen.of(one.project(), standing),
                                                  one.led()))
                                      .toList())
                              .nextCursor(
                                  found.size() > size
                                      ? Place.after(shown.get(size - 1).project())
                                      : null));
            });
  }

  private Uni<Map<String, ThemeDirectory.Entry>> themes(ProjectSeen seen) {
    return themes.on(today(), seen.record().path().themes());
  }

  /** A code that can't be anybody's is nobody's project. */
  private static String known(String code) {
    return ProjectCodes.read(code).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }

  private LocalDate today() {
    return clock.instant().atZone(CityTime.ZONE).toLocalDate();
  }
}
