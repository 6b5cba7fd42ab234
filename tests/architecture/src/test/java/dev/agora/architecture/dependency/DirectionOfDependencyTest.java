package dev.agora.architecture.dependency;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import dev.agora.architecture.project.CompiledClasses;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Style.md, direction of dependency; the number in a name is the rule's there. */
class DirectionOfDependencyTest {

  static final List<String> SERVICES = Services.NAMES;

  private static final String[] JDK_AND_MONEY = {"java..", "dev.agora.money..", "org.jspecify.."};

  @ParameterizedTest
  @FieldSource("SERVICES")
  void rule_1_a_service_knows_no_other_service(String service) {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.agora." + service + "..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(Services.allBut(service))
                    .or(resideInAnyPackage(Services.NOT_FOR_SERVICES))));
  }

  @Test
  void rule_1_the_gateway_and_the_portal_know_no_service() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("dev.agora.gateway..", "dev.agora.portal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(Services.ALL));
  }

  @Test
  void rule_1_only_the_benchmark_of_the_engine_knows_a_service_and_only_as_a_feature_would() {
    check(
        noClasses()
            .that(resideInAPackage("dev.agora.bench.."))
            .and(not(resideInAPackage("dev.agora.bench.engine..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(Services.ALL));
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.agora.bench.engine..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(Services.ALL)
                    .and(
                        not(
                            resideInAnyPackage(
                                "dev.agora.ledger",
                                "dev.agora.ledger.account..",
                                "dev.agora.ledger.agent..",
                                "dev.agora.ledger.journal..",
                                "dev.agora.ledger.posting..",
                                "dev.agora.ledger.statement..")))));
  }

  @Test
  void rule_2_money_knows_the_jdk_only() {
    check(
        classes()
            .that()
            .resideInAPackage("dev.agora.money..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(JDK_AND_MONEY));
  }

  @Test
  void rule_2_the_economy_knows_money_and_boot_only() {
    onlyAgora("dev.agora.economy..", "dev.agora.money..");
  }

  @Test
  void rule_2_jdbc_and_messaging_know_no_part_of_the_business() {
    onlyAgora("dev.agora.jdbc..");
    onlyAgora("dev.agora.messaging..", "dev.agora.jdbc..");
  }

  @Test
  void rule_2_http_knows_no_part_of_the_business_but_money() {
    onlyAgora("dev.agora.http..", "dev.agora.money..", "dev.agora.jdbc..");
  }

  @Test
  void rule_2_what_services_share_of_agents_and_of_stripe_knows_none_of_them() {
    onlyAgora("dev.agora.agents..", "dev.agora.http..");
    onlyAgora("dev.agora.stripe..", "dev.agora.http..", "dev.agora.money..", "dev.agora.jdbc..");
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void rule_3_features_do_not_know_the_adapters_that_serve_them(String service) {
    String of = "dev.agora." + service;
    check(
        noClasses()
            .that(resideInAPackage(of + "..").and(not(resideInAnyPackage(Services.ADAPTERS))))
            .and(not(Services.configuration()))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(of + ".kafka..", of + ".stripe.."));
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void rule_3_features_do_not_go_in_circles(String service) {
    check(slices().matching("dev.agora." + service + ".(*)..").should().beFreeOfCycles());
  }

  @Test
  void rule_3_neither_do_the_platforms_packages() {
    check(slices().matching("dev.agora.http.(*)..").should().beFreeOfCycles());
    check(slices().matching("dev.agora.messaging.(*)..").should().beFreeOfCycles());
  }

  @Test
  void rule_4_records_enums_and_sealed_types_know_no_framework() {
    check(
        noClasses()
            .that(resideInAnyPackage(Services.ALL))
            .and(not(resideInAnyPackage(Services.ADAPTERS)))
            .and(isValue())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.springframework..",
                "tools.jackson..",
                "org.apache.kafka..",
                "java.sql..",
                "jakarta..",
                "com.stripe.."));
  }

  @Test
  void rule_5_only_jdbc_classes_speak_to_the_database() {
    check(
        noClasses()
            .that(resideInAnyPackage(Services.ALL))
            .and(not(describe("named Jdbc…", type -> outermostName(type).startsWith("Jdbc"))))
            .and(not(Services.configuration()))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.jdbc.."));
  }

  @Test
  void rule_5_only_jdbc_classes_and_their_rows_know_a_result_set() {
    check(
        noClasses()
            .that(resideInAnyPackage(Services.ALL))
            .and(
                not(
                    describe(
                        "named Jdbc… or …Row",
                        type ->
                            outermostName(type).startsWith("Jdbc")
                                || outermostName(type).endsWith("Row"))))
            .and(not(Services.configuration()))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.sql.."));
  }

  @Test
  void rule_5_only_stripe_packages_speak_to_stripe() {
    check(
        noClasses()
            .that(resideInAPackage("dev.agora.."))
            // The stand-in checks itself against stripe-java's own parameter and model classes.
            .and(
                not(
                    resideInAnyPackage(
                        "dev.agora.*.stripe..",
                        "dev.agora.stripe..",
                        "dev.agora.stripesimulator..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.stripe.."));
  }

  @Test
  void rule_5_only_kafka_packages_speak_to_kafka() {
    check(
        noClasses()
            .that(resideInAnyPackage(Services.ALL))
            .and(not(resideInAPackage("dev.agora.*.kafka..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka.."));
  }

  @Test
  void rule_8_time_and_ids_are_handed_in() {
    DescribedPredicate<JavaClass> inside =
        resideInAnyPackage(Services.ALL)
            .or(
                resideInAnyPackage(
                    "dev.agora.gateway..",
                    "dev.agora.http..",
                    "dev.agora.jdbc..",
                    "dev.agora.messaging..",
                    "dev.agora.economy..",
                    "dev.agora.agents..",
                    "dev.agora.money..",
                    "dev.agora.stripe.."));
    check(
        noClasses()
            .that(inside)
            .and(not(Services.configuration()))
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", Duration.class));
  }

  /** Top level: a record nested in a controller or a Jdbc class is that class's own business. */
  private static DescribedPredicate<JavaClass> isValue() {
    return describe(
        "top-level records, enums and sealed types, configuration properties excepted",
        type ->
            type.isTopLevelClass()
                && (type.isRecord() || type.isEnum() || isSealed(type))
                && !type.getSimpleName().endsWith("Properties")
                && !isControllersOwn(type));
  }

  /** A body that two controllers of a package share, or rows that two statements do. */
  private static boolean isControllersOwn(JavaClass type) {
    return !type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getSimpleName().matches(".*(Request|Patch|Response|Rows?)");
  }

  private static boolean isSealed(JavaClass type) {
    return type.isInterface()
        && type.getModifiers().contains(JavaModifier.ABSTRACT)
        && type.getAllSubclasses().stream()
            .anyMatch(subclass -> Services.outermost(subclass).equals(type));
  }

  private static String outermostName(JavaClass type) {
    return Services.outermost(type).getSimpleName();
  }

  /** A package knows itself, and of Agora nothing else but what is allowed. */
  private static void onlyAgora(String of, String... allowed) {
    check(
        noClasses()
            .that()
            .resideInAPackage(of)
            .should()
            .dependOnClassesThat(
                resideInAPackage("dev.agora..")
                    .and(not(resideInAPackage(of)))
                    .and(not(resideInAnyPackage(allowed)))));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CompiledClasses.all());
  }
}
