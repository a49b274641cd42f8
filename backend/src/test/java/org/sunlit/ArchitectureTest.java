package org.sunlit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;

/** The house's rules that a compiler doesn't know. */
@AnalyzeClasses(packages = "org.sunlit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] BASE = {
    "org.sunlit.administration..",
    "org.sunlit.journal..",
    "org.sunlit.calendar..",
    "org.sunlit.identity..",
    "org.sunlit.notice..",
    "org.sunlit.numbers..",
    "org.sunlit.citizen..",
    "org.sunlit.document..",
    "org.sunlit.privacy..",
    "org.sunlit.confirmation..",
    "org.sunlit.client..",
    "org.sunlit.edge..",
    "org.sunlit.privacy..",
    "org.sunlit.problem..",
    "org.sunlit.search..",
    "org.sunlit.platform.."
  };

  private static final String[] FEATURES = {
    "org.sunlit.powerlist..",
    "org.sunlit.place..",
    "org.sunlit.appointment..",
    "org.sunlit.agency..",
    "org.sunlit.waybill..",
    "org.sunlit.casework..",
    "org.sunlit.joint..",
    "org.sunlit.project..",
    "org.sunlit.charge..",
    "org.sunlit.board..",
    "org.sunlit.staff..",
    "org.sunlit.attendance..",
    "org.sunlit.supervision..",
    "org.sunlit.inspection..",
    "org.sunlit.camera..",
    "org.sunlit.complaint..",
    "org.sunlit.disclosure..",
    "org.sunlit.inforequest..",
    "org.sunlit.rating..",
    "org.sunlit.report..",
    "org.sunlit.clue..",
    "org.sunlit.council..",
    "org.sunlit.promise..",
    "org.sunlit.statistics..",
    "org.sunlit.demo.."
  };

  private static final String[] MACHINERY = {
    "io.quarkus..",
    "io.vertx..",
    "io.smallrye..",
    "jakarta..",
    "org.hibernate..",
    "java.sql..",
    "org.sunlit.api.."
  };

  private static final Set<String> SECURITY =
      Set.of(
          PermitAll.class.getName(),
          Authenticated.class.getName(),
          PermissionsAllowed.class.getName());

  @ArchTest
  static final ArchRule ROOMS_HAVE_NO_CYCLES =
      slices().matching("org.sunlit.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule BASE_ROOMS_IMPORT_NO_FEATURE =
      noClasses()
          .that()
          .resideInAnyPackage(BASE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(FEATURES);

  @ArchTest
  static final ArchRule NOBODY_IMPORTS_THE_DEMO =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.sunlit.demo..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.sunlit.demo..");

  @ArchTest
  static final ArchRule BOARD_AND_SUPERVISION_READ_THE_JOURNAL_AND_NOT_CASEWORK =
      noClasses()
          .that()
          .resideInAnyPackage("org.sunlit.board..", "org.sunlit.supervision..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.sunlit.casework..");

  @ArchTest
  static final ArchRule RATINGS_KNOW_OF_CASEWORK_WHO_HOLDS_A_CASE =
      noClasses()
          .that()
          .resideInAPackage("org.sunlit.rating..")
          .should()
          .dependOnClassesThat(
              describe(
                  "are casework's, but for CaseHolders",
                  type ->
                      type.getPackageName().startsWith("org.sunlit.casework")
                          && !type.getSimpleName().equals("CaseHolders")));

  /**
   * An entry that comes with a rating would tell when somebody rated, and so who (ADR 80, ADR 128).
   */
  @ArchTest
  static final ArchRule OF_RATINGS_THE_JOURNAL_IS_TOLD_IN_ONE_PLACE =
      noClasses()
          .that()
          .resideInAPackage("org.sunlit.rating..")
          .and()
          .doNotHaveSimpleName("MarkedRatings")
          .should()
          .dependOnClassesThat(
              describe(
                  "write into the journal",
                  type ->
                      List.of("org.sunlit.journal.Journal", "org.sunlit.journal.JournalEntry")
                          .contains(type.getFullName())));

  @ArchTest
  static final ArchRule STATISTICS_KNOW_OF_CASEWORK_ITS_RULES =
      noClasses()
          .that()
          .resideInAPackage("org.sunlit.statistics..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.sunlit.casework");

  @ArchTest
  static final ArchRule PURE_RULES_KNOW_NO_MACHINERY =
      noClasses().that(arePure()).should().dependOnClassesThat().resideInAnyPackage(MACHINERY);

  @ArchTest
  static final ArchRule ONLY_THE_PLATFORM_LOOKS_AT_THE_SYSTEMS_CLOCK =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.sunlit.platform..")
          .should()
          .callMethodWhere(readsTheSystemsClock())
          .orShould()
          .callConstructor(Date.class);

  @ArchTest
  static final ArchRule WORK_GOES_TO_ANOTHER_THREAD_BY_WORKERS =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.sunlit.platform.Workers")
          .should()
          .callMethod(Infrastructure.class, "getDefaultWorkerPool")
          .because("what it answers would go on there, and not where whoever asked does");

  @ArchTest
  static final ArchRule ANSWERS_ARE_SHARED_BY_SHARED =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.sunlit.platform.Shared")
          .should()
          .callMethod(Uni.class, "memoize")
          .orShould()
          .callMethod(Uni.class, "subscribeAsCompletionStage")
          .because("whoever waits with others must not leave their request with them (ADR 133)");

  @ArchTest
  static final ArchRule RESOURCES_TOUCH_NO_SESSION =
      noClasses()
          .that(areResources())
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.hibernate..", "io.vertx..sqlclient..", "java.sql.."))
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.sunlit.platform.Transactor");

  @ArchTest
  static final ArchRule NOBODY_KEEPS_A_PROXY_OF_THE_REQUEST =
      noFields()
          .should()
          .haveRawType(RoutingContext.class)
          .because(
              "a proxy looks for the request only when it is used: after waiting for something, that"
                  + " may be at another's moment. A resource asks CurrentVertxRequest first of all,"
                  + " and hands the request on to whoever needs it");

  @ArchTest
  static final ArchRule EVERY_ENDPOINT_SAYS_WHO_MAY =
      classes().that(areResources()).should(haveASecurityAnnotationOnEveryEndpoint());

  private static DescribedPredicate<JavaClass> arePure() {
    Set<String> calendarWithMachinery =
        Set.of(
            "CalendarService",
            "CalendarStore",
            "CalendarFile",
            "CalendarEditing",
            "CalendarNews",
            "DeadlinePreview",
            "DeadlineRecount",
            "StoppedLate",
            "RunningDues");
    return describe(
        "are pure rules",
        type ->
            resideInAnyPackage(
                        "org.sunlit.powerlist.flow..",
                        "org.sunlit.powerlist.search..",
                        "org.sunlit.search..",
                        "org.sunlit.casework.rules..",
                        "org.sunlit.document.rules..",
                        "org.sunlit.joint.rules..",
                        "org.sunlit.project.rules..",
                        "org.sunlit.charge.rules..",
                        "org.sunlit.place.rules..",
                        "org.sunlit.appointment.rules..",
                        "org.sunlit.agency.rules..",
                        "org.sunlit.waybill.rules..",
                        "org.sunlit.disclosure.rules..",
                        "org.sunlit.staff.rules..",
                        "org.sunlit.citizen.rules..",
                        "org.sunlit.board.rules..",
                        "org.sunlit.rating.rules..",
                        "org.sunlit.report.rules..",
                        "org.sunlit.promise.rules..",
                        "org.sunlit.statistics.rules..",
                        "org.sunlit.complaint.rules..",
                        "org.sunlit.inforequest.rules..",
                        "org.sunlit.clue.rules..",
                        "org.sunlit.council.rules..",
                        "org.sunlit.attendance.rules..",
                        "org.sunlit.supervision.rules..",
                        "org.sunlit.supervision.work.rules..",
                        "org.sunlit.supervision.card.rules..",
                        "org.sunlit.supervision.centre.rules..",
                        "org.sunlit.supervision.report.rules..",
                        "org.sunlit.inspection.rules..",
                        "org.sunlit.camera.rules..")
                    .test(type)
                || (type.getPackageName().equals("org.sunlit.calendar")
                    && !type.getName().matches(".*(Resource|Mapper).*")
                    && calendarWithMachinery.stream().noneMatch(type.getName()::contains)));
  }

  private static DescribedPredicate<JavaClass> areResources() {
    return describe(
        "are resources",
        type ->
            simpleNameEndingWith("Resource").test(type)
                || type.getAllRawInterfaces().stream()
                    .anyMatch(contract -> contract.getPackageName().equals("org.sunlit.api")));
  }

  private static DescribedPredicate<JavaMethodCall> readsTheSystemsClock() {
    return describe(
        "reads the system's clock",
        call -> {
          JavaClass owner = call.getTargetOwner();
          List<JavaClass> parameters = call.getTarget().getRawParameterTypes();
          boolean now =
              owner.getPackageName().equals("java.time")
                  && call.getName().equals("now")
                  && parameters.stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
          boolean clock = owner.isEquivalentTo(Clock.class) && call.getName().startsWith("system");
          boolean millis =
              owner.isEquivalentTo(System.class) && call.getName().equals("currentTimeMillis");
          return now || clock || millis;
        });
  }

  private static ArchCondition<JavaClass> haveASecurityAnnotationOnEveryEndpoint() {
    return new ArchCondition<>("have a security annotation on every endpoint") {
      @Override
      public void check(JavaClass resource, ConditionEvents events) {
        if (isSecured(resource.getAnnotations())) {
          return;
        }
        for (JavaMethod method : resource.getMethods()) {
          if (isEndpoint(resource, method) && !isSecured(method.getAnnotations())) {
            events.add(
                SimpleConditionEvent.violated(
                    method, method.getFullName() + " doesn't say who may call it"));
          }
        }
      }
    };
  }

  private static boolean isEndpoint(JavaClass resource, JavaMethod method) {
    boolean ofTheContract =
        resource.getAllRawInterfaces().stream()
            .filter(contract -> contract.getPackageName().equals("org.sunlit.api"))
            .flatMap(contract -> contract.getMethods().stream())
            .anyMatch(declared -> declared.getName().equals(method.getName()));
    boolean annotated =
        method.getAnnotations().stream()
            .anyMatch(
                annotation -> annotation.getRawType().getPackageName().equals("jakarta.ws.rs"));
    return ofTheContract || annotated;
  }

  private static boolean isSecured(Set<? extends JavaAnnotation<?>> annotations) {
    return annotations.stream()
        .anyMatch(annotation -> SECURITY.contains(annotation.getRawType().getName()));
  }
}
