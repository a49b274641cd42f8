package org.sunlit.board;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.sunlit.platform.EarlyRoute;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.problem.RoutedProblems;

/**
 * The feeds that boards poll and the stream they listen to. Plain routes, because these answers are
 * bytes that lie ready: nothing stands between them and the socket, not even the question who asks,
 * for they are everybody's (ADR 0041).
 */
@ApplicationScoped
class BoardRoutes {

  private static final Logger LOG = Logger.getLogger(BoardRoutes.class);
  private static final String PATH = "/api/v1/board/";

  private static final CharSequence CACHE = HttpHeaders.createOptimized("public, max-age=1");
  private static final CharSequence GZIPPED = HttpHeaders.createOptimized("gzip");

  /** Named, and not only to say that it isn't wanted. */
  private static final Pattern GZIP =
      Pattern.compile("\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))");

  private static final String USUAL_COLUMNS = "time:5,number:20,item:28,department:12,state:8";
  private static final int USUAL_LIMIT = 50;
  private static final int LONGEST_BOARD = 64;
  private static final int LONGEST_COLUMNS = 200;

  private final LiveBoards boards;
  private final Screens screens;
  private final EventStream stream;
  private final Counter sent;

  BoardRoutes(LiveBoards boards, Screens screens, EventStream stream, MeterRegistry meters) {
    this.boards = boards;
    this.screens = screens;
    this.stream = stream;
    this.sent =
        Counter.builder("sunlit.board.feeds")
            .description("Feeds sent to boards, unchanged ones included")
            .register(meters);
  }

  void register(@Observes Router router) {
    router.get(PATH + "feed").order(EarlyRoute.ORDER).handler(http -> handle(http, this::feed));
    router.get(PATH + "feed.txt").order(EarlyRoute.ORDER).handler(http -> handle(http, this::text));
    router.get(PATH + "events").handler(http -> handle(http, this::events));
  }

  private static void handle(
      RoutingContext http, BiConsumer<RoutingContext, HttpServerRequest> route) {
    try {
      route.accept(http, http.request());
    } catch (Problem problem) {
      refuse(http, problem);
    }
  }

  private void feed(RoutingContext http, HttpServerRequest request) {
    answer(http, new FeedRequest(board(request), limit(request), Optional.empty()));
  }

  private void text(RoutingContext http, HttpServerRequest request) {
    var form = new FeedRequest.TextForm(columns(request), charset(request));
    answer(http, new FeedRequest(board(request), limit(request), Optional.of(form)));
  }

  private void answer(RoutingContext http, FeedRequest request) {
    Feed ready = boards.ready(request);
    if (ready != null) {
      send(http, ready);
      return;
    }
    boards
        .feed(request)
        .subscribe()
        .with(
            feed -> feed.ifPresentOrElse(made -> send(http, made), () -> noSuchBoard(http)),
            failure -> failed(http, failure));
  }

  private void send(RoutingContext http, Feed feed) {
    sent.increment();
    HttpServerRequest request = http.request();
    HttpServerResponse response =
        EarlyRoute.everybodys(http)
            .putHeader(HttpHeaders.ETAG, feed.entityTag())
            .putHeader(HttpHeaders.CACHE_CONTROL, CACHE)
            .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    if (feed.isKnownAs(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, feed.contentType());
    if (takesGzip(request)) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, GZIPPED).end(feed.gzipped());
    } else {
      response.end(feed.plain());
    }
  }

  private static boolean takesGzip(HttpServerRequest request) {
    String encodings = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    return encodings != null && GZIP.matcher(encodings).find();
  }

  private void events(RoutingContext http, HttpServerRequest request) {
    Long after = after(request);
    screens
        .find(board(request))
        .subscribe()
        .with(
            screen ->
                screen.ifPresentOrElse(found -> open(http, found, after), () -> noSuchBoard(http)),
            failure -> failed(http, failure));
  }

  private void open(RoutingContext http, Screen screen, Long after) {
    var response =
        http.response()
            .setChunked(true)
            .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream;charset=utf-8")
            .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
            // A compressor or a buffering proxy would hold events back.
            .putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY)
            .putHeader("X-Accel-Buffering", "no");
    stream.open(screen, response, after);
  }

  private static void noSuchBoard(RoutingContext http) {
    refuse(http, Problem.of(ProblemType.NOT_FOUND));
  }

  private static void refuse(RoutingContext http, Problem problem) {
    EarlyRoute.everybodys(http);
    RoutedProblems.send(http, problem);
  }

  private static void failed(RoutingContext http, Throwable failure) {
    LOG.warn("A board could not be served", failure);
    refuse(http, Problem.of(ProblemType.UNAVAILABLE));
  }

  private static String board(HttpServerRequest request) {
    String board = Optional.ofNullable(request.getParam("board")).orElse("");
    if (board.length() > LONGEST_BOARD || board.indexOf('\0') >= 0) {
      throw invalid("board", "board.unknown");
    }
    return board;
  }

  private static int limit(HttpServerRequest request) {
    String limit = request.getParam("limit");
    if (limit == null) {
      return USUAL_LIMIT;
    }
    if (limit.matches("[0-9]{1,4}")) {
      int number = Integer.parseInt(limit);
      if (number >= 1 && number <= ScreenStates.MOST) {
        return number;
      }
    }
    throw invalid("limit", "board.limit", ScreenStates.MOST);
  }

  private static Charset charset(HttpServerRequest request) {
    String charset = Optional.ofNullable(request.getParam("charset")).orElse("utf-8");
    return switch (charset) {
      case "utf-8" -> StandardCharsets.UTF_8;
      case "gb18030" -> FeedRequest.GB18030;
      default -> throw invalid("charset", "board.charset");
    };
  }

  private static TextColumns columns(HttpServerRequest request) {
    String columns = Optional.ofNullable(request.getParam("columns")).orElse(USUAL_COLUMNS);
    try {
      if (columns.length() <= LONGEST_COLUMNS) {
        return TextColumns.parse(columns);
      }
      throw invalid("columns", "board.columns-too-long", LONGEST_COLUMNS);
    } catch (TextColumns.Unreadable unreadable) {
      throw invalid("columns", "board.column", unreadable.part(), TextColumn.names());
    }
  }

  /** The last place the reader has, or null when it says nothing. */
  private static Long after(HttpServerRequest request) {
    String header = request.getHeader("Last-Event-ID");
    String place = header == null || header.isEmpty() ? request.getParam("after") : header;
    if (place == null) {
      return null;
    }
    if (!place.matches("[0-9]{1,18}")) {
      throw invalid(header == null || header.isEmpty() ? "after" : "Last-Event-ID", "board.place");
    }
    return Long.valueOf(place);
  }

  private static Problem invalid(String parameter, String key, Object... arguments) {
    return Problem.of(ProblemType.INVALID_REQUEST).at(parameter, key, arguments);
  }
}
