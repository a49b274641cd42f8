package org.sunlit.disclosure.film;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import org.jboss.logging.Logger;
import org.sunlit.disclosure.Film;
import org.sunlit.disclosure.rules.MediaPath;
import org.sunlit.platform.ByteRange;
import org.sunlit.platform.Deployment;
import org.sunlit.platform.HttpFolder;
import org.sunlit.platform.PartialAnswers;
import org.sunlit.powerlist.EntityTags;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Films from the store the city has. */
@ApplicationScoped
public class Films {
  private static final Logger LOG = Logger.getLogger(Films.class);
  private static final String TEST = "test";

  /** What is sent of a file for one range, and without any: both lie in memory meanwhile. */
  private static final long MOST_OF_A_RANGE = 4L * 1024 * 1024;

  private static final long MOST_AS_A_WHOLE = 32L * 1024 * 1024;

  private final FilmStore store;

  Films(FilmSettings settings, Deployment deployment) {
    String own = deployment.demo() ? TEST : deployment.dataFolder().resolve("films").toString();
    String where = settings.store().orElse(own);
    if (where.equals(TEST)) {
      this.store = new TestFilms();
    } else if (where.startsWith("http://") || where.startsWith("https://")) {
      this.store =
          new HttpFilms(new HttpFolder(where, settings.authorization(), settings.timeout()));
    } else {
      this.store = new FolderFilms(Path.of(where));
    }
  }

  /** Fails with 422 unless a film and its poster are there; null is no film. */
  public Uni<Void> require(Film film) {
    if (film == null || !MediaPath.isMedia(film.media())) {
      return Uni.createFrom().voidItem();
    }
    return require(film.media(), "/film/media")
        .chain(
            () ->
                film.poster() == null || !MediaPath.isPicture(film.poster())
                    ? Uni.createFrom().voidItem()
                    : require(MediaPath.beside(film.media(), film.poster()), "/film/poster"));
  }

  private Uni<Void> require(String path, String pointer) {
    return available(store.find(path))
        .invoke(
            found -> {
              if (found.isEmpty()) {
                throw Problem.of(ProblemType.UNPROCESSABLE)
                    .at(pointer, "disclosure.film-not-there");
              }
            })
        .replaceWithVoid();
  }

  /**
   * A file of a film, or the beginning of the range that was asked for.
   *
   * @return fails with 304 when the reader has it, 404 when there is none, 416 when there is no
   *     such range or it is too large to be sent as a whole
   */
  public Uni<Buffer> send(RoutingContext http, Film film, String file) {
    String type = MediaPath.type(file).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    String path = MediaPath.beside(film.media(), file);
    return available(store.find(path))
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .chain(
            found -> {
              ByteRange part = part(http, found);
              FilmTypes.say(http, type);
              return part.length() == 0
                  ? Uni.createFrom().item(Buffer.buffer())
                  : available(store.read(path, part));
            });
  }

  private static ByteRange part(RoutingContext http, FilmStore.Found found) {
    String tag =
        "\"" + Long.toString(found.size(), Character.MAX_RADIX) + '-' + found.version() + '"';
    EntityTags.send(http, tag);
    String of = http.request().getHeader("If-Range");
    String asked = of == null || of.equals(tag) ? http.request().getHeader("Range") : null;
    return PartialAnswers.begin(http, asked, found.size(), MOST_OF_A_RANGE)
        .orElseGet(
            () -> {
              if (found.size() > MOST_AS_A_WHOLE) {
                throw Problem.of(ProblemType.RANGE_NOT_SATISFIABLE, found.size())
                    .header("Content-Range", "bytes */" + found.size());
              }
              return new ByteRange(0, found.size() - 1);
            });
  }

  /** Whatever a store does wrong, nobody who asks did: it is to be asked again later. */
  private static <T> Uni<T> available(Uni<T> answer) {
    return answer
        .onFailure(failure -> !(failure instanceof Problem))
        .transform(
            failure -> {
              LOG.errorf("The store of films can't be read: %s", failure.toString());
              return Problem.of(ProblemType.UNAVAILABLE).detail("disclosure.films-unreadable");
            });
  }
}
