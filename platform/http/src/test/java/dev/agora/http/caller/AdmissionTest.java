package dev.agora.http.caller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.http.problem.ProblemCode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionTest {

  interface Routes {
    @AllowedTo({Role.ANONYMOUS, Role.AGENT, Role.HUMAN})
    void open();

    @AllowedTo(
        value = Role.AGENT,
        scopes = {Scope.CREDITS_READ, Scope.CREDITS_SPEND})
    void spend();

    @AllowedTo(
        value = {Role.AGENT, Role.HUMAN},
        scopes = Scope.CREDITS_READ)
    void balance();

    @AllowedTo(
        value = {Role.AGENT, Role.HUMAN},
        scopes = Scope.CREDITS_READ,
        delegated = true)
    void figures();

    @AllowedTo(Role.OPERATOR)
    void operate();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          open,     ANONYMOUS,       '',                         ''
          open,     AGENT,           '',                         ''
          open,     OPERATOR,        '',                         not_allowed
          spend,    AGENT,           CREDITS_READ CREDITS_SPEND, ''
          spend,    AGENT,           CREDITS_READ,               scope_missing
          spend,    AGENT,           '',                         scope_missing
          spend,    HUMAN,           '',                         not_allowed
          spend,    ANONYMOUS,       '',                         authentication_required
          balance,  HUMAN,           '',                         ''
          balance,  AGENT,           CREDITS_SPEND,              scope_missing
          operate,  HUMAN,           '',                         not_allowed
          operate,  HUMAN OPERATOR,  '',                         ''
          operate,  ARBITER,         '',                         not_allowed
          """)
  void a_route_admits_whom_it_names(
      String route, String roles, @Nullable String scopes, @Nullable String refusal)
      throws NoSuchMethodException {
    AllowedTo allowed = Routes.class.getDeclaredMethod(route).getAnnotation(AllowedTo.class);
    Caller caller = new Caller("x", parse(Role.class, roles), parse(Scope.class, scopes));

    assertThat(refusal(caller, allowed)).isEqualTo(refusal);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          open,     AGENT,  CREDITS_READ,               not_allowed
          spend,    AGENT,  CREDITS_READ CREDITS_SPEND, not_allowed
          balance,  HUMAN,  '',                         not_allowed
          figures,  HUMAN,  '',                         ''
          figures,  AGENT,  CREDITS_READ,               ''
          figures,  AGENT,  CREDITS_SPEND,              scope_missing
          figures,  ARBITER, '',                        not_allowed
          """)
  void a_service_in_a_callers_name_is_admitted_only_where_the_route_says_so(
      String route, String roles, @Nullable String scopes, @Nullable String refusal)
      throws NoSuchMethodException {
    AllowedTo allowed = Routes.class.getDeclaredMethod(route).getAnnotation(AllowedTo.class);
    Caller caller =
        new Caller("x", parse(Role.class, roles), parse(Scope.class, scopes), null, "payout");

    assertThat(refusal(caller, allowed)).isEqualTo(refusal);
  }

  private static String refusal(Caller caller, AllowedTo allowed) {
    return Admission.refusal(caller, allowed)
        .map(problem -> problem.code())
        .map(ProblemCode::code)
        .orElse("");
  }

  private static <E extends Enum<E>> Set<E> parse(Class<E> type, @Nullable String names) {
    if (names == null || names.isEmpty()) {
      return EnumSet.noneOf(type);
    }
    return Arrays.stream(names.split(" ", -1))
        .map(name -> Enum.valueOf(type, name))
        .collect(Collectors.toSet());
  }
}
