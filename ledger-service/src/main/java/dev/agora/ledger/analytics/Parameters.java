package dev.agora.ledger.analytics;

import dev.agora.http.page.PageRequest;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a query; a wrong one is a 422 that names it. */
final class Parameters {

  private static final String DATE = "2[0-9]{3}-[0-9]{2}-[0-9]{2}";
  private static final String SEPARATOR = "|";

  private Parameters() {}

  /** The period asked for; without {@code from} the thirty days that end with {@code to}. */
  static Period period(@Nullable String from, @Nullable String to, LocalDate today) {
    LocalDate last = to == null ? today : date("?to", to);
    LocalDate first = from == null ? last.minusDays(Period.DAYS_DEFAULT - 1) : date("?from", from);
    if (first.isAfter(last)) {
      throw wrong("?from", "must not be after to, " + last);
    }
    if (first.plusDays(Period.DAYS_MAX).compareTo(last) <= 0) {
      throw wrong("?from", "must be at most " + Period.DAYS_MAX + " days before to, both included");
    }
    return new Period(first, last);
  }

  /** What to sum by, in the order asked for; by day if nothing is. */
  static List<Dimension> by(@Nullable List<String> names) {
    if (names == null) {
      return List.of(Dimension.DAY);
    }
    List<Dimension> dimensions = new ArrayList<>();
    for (String name : names) {
      Optional<Dimension> dimension = Dimension.of(name);
      if (dimension.isEmpty()) {
        throw wrong("?by", "must be of agent, day, kind, counterparty");
      }
      if (dimensions.contains(dimension.get())) {
        throw wrong("?by", "names " + name + " twice");
      }
      dimensions.add(dimension.get());
    }
    if (dimensions.isEmpty()) {
      throw wrong("?by", "must be of agent, day, kind, counterparty");
    }
    return List.copyOf(dimensions);
  }

  /** The values that the page before ended with, one for each dimension; empty at the start. */
  static List<String> after(PageRequest page, List<Dimension> by) {
    String position = page.after();
    if (position == null) {
      return List.of();
    }
    List<String> values = Arrays.asList(position.split("\\|", -1));
    if (values.size() != by.size()) {
      throw PageRequest.invalidCursor();
    }
    return values;
  }

  static String positionOf(List<String> values) {
    return values.stream().collect(Collectors.joining(SEPARATOR));
  }

  private static LocalDate date(String pointer, String text) {
    try {
      if (text.matches(DATE)) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeException noSuchDay) {
      throw wrong(pointer, "is no day of the calendar");
    }
    throw wrong(pointer, "must be a date from 2000-01-01 to 2999-12-31, such as 2026-11-22");
  }

  private static ProblemException wrong(String pointer, String detail) {
    return new ProblemException(
        Problem.of(CommonProblem.INVALID_REQUEST, "A parameter is wrong.").at(pointer, detail));
  }
}
