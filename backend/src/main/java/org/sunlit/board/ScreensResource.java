package org.sunlit.board;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.sunlit.api.ScreensApi;
import org.sunlit.api.model.BoardSummary;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** The register of screens and the city in numbers. */
@PermitAll
class ScreensResource implements ScreensApi {

  private final Screens screens;
  private final CityNumbers numbers;

  ScreensResource(Screens screens, CityNumbers numbers) {
    this.screens = screens;
    this.numbers = numbers;
  }

  @Override
  public Uni<List<org.sunlit.api.model.Screen>> listBoards() {
    return screens.all().map(all -> all.stream().map(ScreensResource::shown).toList());
  }

  @Override
  public Uni<BoardSummary> getBoardSummary(String board) {
    return screens
        .find(Optional.ofNullable(board).orElse(""))
        .map(screen -> screen.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .chain(numbers::of)
        .map(ScreensResource::shown);
  }

  private static org.sunlit.api.model.Screen shown(Screen screen) {
    return new org.sunlit.api.model.Screen()
        .code(screen.code())
        .name(screen.name())
        .nameEn(screen.nameEn())
        .kind(org.sunlit.api.model.Screen.KindEnum.fromValue(screen.kind()))
        .regionCode(screen.regionCode())
        .departmentCode(screen.departmentCode());
  }

  private static BoardSummary shown(CityNumbers.Numbers numbers) {
    return new BoardSummary()
        .asOf(CityTime.offset(numbers.asOf()))
        .submittedToday((int) numbers.submittedToday())
        .closedToday((int) numbers.closedToday())
        .inProgress((int) numbers.inProgress())
        .closedLast30Days((int) numbers.closedLast30Days())
        .closedOnTimeLast30Days((int) numbers.closedOnTimeLast30Days());
  }
}
