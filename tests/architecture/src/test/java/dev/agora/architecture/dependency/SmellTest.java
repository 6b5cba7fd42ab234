package dev.agora.architecture.dependency;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.agora.architecture.project.CompiledClasses;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Style.md, smells: what a name or a dependency gives away. */
class SmellTest {

  private static final Set<String> DRAWERS =
      Set.of(
          "common",
          "shared",
          "util",
          "utils",
          "helper",
          "helpers",
          "impl",
          "dto",
          "dtos",
          "entity",
          "entities",
          "model",
          "domain",
          "service",
          "services",
          "repository",
          "repositories",
          "controller",
          "controllers",
          "config",
          "exception",
          "exceptions",
          "misc",
          "core");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Impl",
        "Util",
        "Utils",
        "Helper",
        "Manager",
        "Processor",
        "Dto",
        "Mapper",
        "Constants",
        "Base",
        "Repository",
        "Entity"
      })
  void a_class_is_named_for_what_it_does_and_not(String suffix) {
    check(noClasses().should().haveSimpleNameEndingWith(suffix));
  }

  @Test
  void no_class_is_a_half_to_be_inherited() {
    check(noClasses().should().haveSimpleNameStartingWith("Abstract"));
  }

  @Test
  void a_package_is_a_noun_of_the_business_and_not_a_layer_or_a_drawer() {
    check(
        noClasses().that(describe("in a layer or a drawer", SmellTest::isDrawer)).should(exist()));
  }

  @Test
  void only_messaging_sends_to_kafka() {
    check(
        noClasses()
            .that(
                resideInAPackage("dev.agora..")
                    .and(
                        not(
                            resideInAnyPackage(
                                "dev.agora.messaging..",
                                "dev.agora.local..",
                                "dev.agora.support..",
                                "dev.agora.bench.."))))
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                "org\\.springframework\\.kafka\\.core\\.KafkaTemplate"
                    + "|org\\.apache\\.kafka\\.clients\\.producer\\..*"));
  }

  @Test
  void stripes_statics_are_left_alone_so_that_two_clients_can_live_in_one_process() {
    check(
        noClasses()
            .that(resideInAPackage("dev.agora.."))
            .should()
            .accessTargetWhere(
                describe(
                    "a static of com.stripe.Stripe, its telemetry excepted",
                    (JavaAccess<?> access) ->
                        access.getTargetOwner().getName().equals("com.stripe.Stripe")
                            && !access.getName().equals("enableTelemetry"))));
  }

  @Test
  void what_is_done_at_stripe_has_a_key_of_our_own_so_that_doing_it_again_is_the_same_request() {
    check(
        noClasses()
            .that(resideInAPackage("dev.agora.."))
            .and(not(resideInAPackage("dev.agora.stripesimulator..")))
            .should()
            .callMethodWhere(
                describe(
                    "a request that does something at Stripe, without options that hold a key",
                    (JavaMethodCall call) ->
                        call.getTargetOwner()
                                .getName()
                                .matches("com\\.stripe\\.service\\..*Service")
                            && !call.getName().matches("retrieve|list|listLineItems|search")
                            && call.getTarget()
                                .getRawReturnType()
                                .getName()
                                .startsWith("com.stripe.model")
                            && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(
                                    type ->
                                        type.getName().equals("com.stripe.net.RequestOptions")))));
  }

  @Test
  void configuration_comes_in_records_and_not_in_strings() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.springframework.beans.factory.annotation.Value"));
  }

  @Test
  void nobody_maps_objects_to_tables() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.hibernate.orm..", "lombok.."));
  }

  @Test
  void state_changes_by_a_new_value_and_not_by_a_setter() {
    check(
        noMethods()
            .that()
            .areDeclaredInClassesThat(resideInAnyPackage(Services.ALL))
            .and()
            .haveNameMatching("set[A-Z].*")
            .should(assignAField()));
  }

  @Test
  void money_is_never_a_floating_point_number_nor_a_bare_decimal() {
    check(
        noFields()
            .that()
            .areDeclaredInClassesThat(
                resideInAnyPackage(
                    "dev.agora.money..",
                    "dev.agora.ledger..",
                    "dev.agora.billing..",
                    "dev.agora.payout.."))
            .should()
            .haveRawType(
                describe(
                    "double, float or BigDecimal",
                    type ->
                        Set.of(
                                "double",
                                "float",
                                Double.class.getName(),
                                BigDecimal.class.getName())
                            .contains(type.getName()))));
  }

  @Test
  void controllers_are_nobodys_business_but_their_own() {
    check(
        noClasses()
            .that(
                describe(
                    "named …Controller",
                    (JavaClass type) -> type.getSimpleName().endsWith("Controller")))
            .should()
            .bePublic());
  }

  private static ArchCondition<JavaClass> exist() {
    return new ArchCondition<>("exist") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        events.add(SimpleConditionEvent.satisfied(type, type.getName() + " exists"));
      }
    };
  }

  private static ArchCondition<JavaMethod> assignAField() {
    return new ArchCondition<>("assign a field") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean assigns =
            method.getFieldAccesses().stream()
                .anyMatch(access -> access.getAccessType() == JavaFieldAccess.AccessType.SET);
        events.add(
            new SimpleConditionEvent(method, assigns, method.getFullName() + " assigns a field"));
      }
    };
  }

  private static boolean isDrawer(JavaClass type) {
    return Arrays.stream(type.getPackageName().split("\\.", -1)).anyMatch(DRAWERS::contains);
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CompiledClasses.all());
  }
}
