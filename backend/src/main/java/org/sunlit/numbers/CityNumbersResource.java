package org.sunlit.numbers;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.sunlit.api.CityNumbersApi;
import org.sunlit.api.model.CityNumberKind;
import org.sunlit.api.model.CityNumbersMonth;
import org.sunlit.platform.CityTime;

/** The city in numbers, for everybody. */
@PermitAll
class CityNumbersResource implements CityNumbersApi {
  private final CityNumbers numbers;

  CityNumbersResource(CityNumbers numbers) {
    this.numbers = numbers;
  }

  @Override
  public Uni<org.sunlit.api.model.CityNumbers> getCityNumbers() {
    return numbers
        .table()
        .map(
            table ->
                new org.sunlit.api.model.CityNumbers()
                    .asOf(CityTime.offset(table.asOf()))
                    .day(table.day())
                    .now(shown(table.now()))
                    .today(shown(table.today()))
                    .month(shown(table.thisMonth()))
                    .year(shown(table.thisYear()))
                    .months(
                        table.months().stream()
                            .map(
                                month ->
                                    new CityNumbersMonth()
                                        .month(month.month().toString())
                                        .numbers(shown(month.numbers())))
                            .toList()));
  }

  @Override
  public Uni<String> getCityNumbersCsv() {
    return numbers.table().map(NumbersCsv::of);
  }

  private static List<org.sunlit.api.model.CityNumber> shown(List<CityNumber> numbers) {
    return numbers.stream()
        .map(
            number ->
                new org.sunlit.api.model.CityNumber()
                    .kind(CityNumberKind.fromString(number.kind().code()))
                    .value(number.value())
                    .of(number.of()))
        .toList();
  }
}
